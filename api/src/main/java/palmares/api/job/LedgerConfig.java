package palmares.api.job;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// The times and limits of the ledger.
///
/// @param lease how long a claim is left alone without a heartbeat
/// @param heartbeat how often a worker should speak
/// @param patience how long a message may wait at the broker for its claim
/// @param failures after how many failures of its own a job fails
/// @param attempts after how many attempts a job fails whatever the reasons
/// @param quarantine after how many failures in a row a worker gets no more jobs
/// @param longest how long a claim is renewed; what takes longer counts as the evaluator's failure
/// @param sweep how often the sweeper looks without being woken
@ConfigurationProperties("palmares.ledger")
public record LedgerConfig(
    @Bindable(defaultValue = "PT15S") Duration lease,
    @Bindable(defaultValue = "PT5S") Duration heartbeat,
    @Bindable(defaultValue = "PT30S") Duration patience,
    @Bindable(defaultValue = "4") int failures,
    @Bindable(defaultValue = "20") int attempts,
    @Bindable(defaultValue = "3") int quarantine,
    @Bindable(defaultValue = "PT6H") Duration longest,
    @Bindable(defaultValue = "PT1S") Duration sweep) {

  public LedgerConfig {
    if (lease.compareTo(heartbeat.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "palmares.ledger.lease must be twice the heartbeat or more: %s, %s"
              .formatted(lease, heartbeat));
    }
    if (longest.compareTo(lease) <= 0) {
      throw new IllegalArgumentException(
          "palmares.ledger.longest must be more than the lease: %s, %s".formatted(longest, lease));
    }
    if (failures < 1 || attempts < failures || quarantine < 1) {
      throw new IllegalArgumentException(
          "palmares.ledger: failures, attempts and quarantine must be 1 or more, and attempts not"
              + " below failures: %d, %d, %d".formatted(failures, attempts, quarantine));
    }
  }
}
