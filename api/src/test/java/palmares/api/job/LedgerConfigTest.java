package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerConfigTest {

  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void hasTheDefaultsThatTheInvariantsState() {
    assertThat(of(Map.of())).isEqualTo(Ledger.CONFIG);
  }

  @Test
  void readsEverySettingByItsName() {
    var config =
        of(
            Map.of(
                "palmares.ledger.lease", "PT8S",
                "palmares.ledger.heartbeat", "PT2S",
                "palmares.ledger.patience", "PT9S",
                "palmares.ledger.failures", "5",
                "palmares.ledger.attempts", "6",
                "palmares.ledger.quarantine", "7",
                "palmares.ledger.longest", "PT8M",
                "palmares.ledger.sweep", "PT0.2S"));

    assertThat(config)
        .isEqualTo(
            new LedgerConfig(
                Duration.ofSeconds(8),
                Duration.ofSeconds(2),
                Duration.ofSeconds(9),
                5,
                6,
                7,
                Duration.ofMinutes(8),
                Duration.ofMillis(200)));
  }

  @Test
  void refusesALeaseThatOneLateHeartbeatWouldEnd() {
    var second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerConfig(second, second, second, 4, 20, 3, HOUR, second))
        .withMessageContaining("twice the heartbeat");
  }

  @Test
  void refusesALongestTimeThatNoClaimWouldOutlive() {
    var second = Duration.ofSeconds(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LedgerConfig(HOUR, second, second, 4, 20, 3, HOUR, second))
        .withMessageContaining("more than the lease");
  }

  private static LedgerConfig of(Map<String, Object> settings) {
    try (var context =
        ApplicationContext.builder()
            .properties(Map.of("palmares.role", "api"))
            .properties(settings)
            .start()) {
      return context.getBean(LedgerConfig.class);
    }
  }
}
