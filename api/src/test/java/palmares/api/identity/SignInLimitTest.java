package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

  private Instant now = Instant.parse("2026-01-31T12:00:00Z");
  private final SignInLimit limit =
      new SignInLimit(
          new Clock() {
            @Override
            public Instant instant() {
              return now;
            }

            @Override
            public ZoneOffset getZone() {
              return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
              return this;
            }
          });

  @Test
  void aFewFailuresInARowAreFreeAndThenOneForEachInterval() {
    for (var i = 0; i < SignInLimit.BURST; i++) {
      assertThat(limit.attempt("ada")).isEmpty();
    }

    assertThat(limit.attempt("ada")).contains(SignInLimit.INTERVAL);
    now = now.plus(SignInLimit.INTERVAL);
    assertThat(limit.attempt("ada")).isEmpty();
    assertThat(limit.attempt("ada")).contains(SignInLimit.INTERVAL);
  }

  @Test
  void namesDoNotShareTheirLimitAndSuccessForgets() {
    for (var i = 0; i < SignInLimit.BURST; i++) {
      limit.attempt("ada");
    }

    assertThat(limit.attempt("bob")).isEmpty();
    limit.succeeded("ada");
    assertThat(limit.attempt("ada")).isEmpty();
    now = now.plus(Duration.ofDays(1));
    assertThat(limit.attempt("ada")).isEmpty();
  }
}
