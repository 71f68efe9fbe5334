package palmares.api.notification;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How often and how long messages to the outside are tried.
///
/// @param attempts after how many a message is given up
/// @param first pause after the first failure; each further one is three times as long
/// @param longest pause
/// @param patience with one receiver, for everything
/// @param lease after which a message that nobody settled is sent again
/// @param keep how long messages can be seen that were sent or given up
@ConfigurationProperties("palmares.outbox")
record OutboxConfig(
    @Bindable(defaultValue = "10") int attempts,
    @Bindable(defaultValue = "PT10S") Duration first,
    @Bindable(defaultValue = "PT6H") Duration longest,
    @Bindable(defaultValue = "PT10S") Duration patience,
    @Bindable(defaultValue = "PT1M") Duration lease,
    @Bindable(defaultValue = "P30D") Duration keep) {

  OutboxConfig {
    if (attempts < 1) {
      throw new IllegalArgumentException("palmares.outbox.attempts must be 1 or more: " + attempts);
    }
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException(
          "palmares.outbox: first must be positive and longest not below it: %s, %s"
              .formatted(first, longest));
    }
    // A message whose lease ends while it is being sent would be sent twice at once.
    if (lease.compareTo(patience.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "palmares.outbox.lease must be twice the patience or more: %s, %s"
              .formatted(lease, patience));
    }
  }
}
