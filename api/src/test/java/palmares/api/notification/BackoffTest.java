package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(10), Duration.ofHours(6), new Random(7));

  @Test
  void eachPauseIsThreeTimesTheOneBeforeUpToTheLongest() {
    assertThat(backoff.after(1)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(15));
    assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(135), Duration.ofSeconds(405));
    assertThat(backoff.after(9)).isBetween(Duration.ofHours(3), Duration.ofHours(9));
    assertThat(backoff.after(1000)).isBetween(Duration.ofHours(3), Duration.ofHours(9));
  }

  @Test
  void whatFailsTogetherIsNotTriedTogetherAgain() {
    var pauses = IntStream.range(0, 100).mapToObj(i -> backoff.after(1)).distinct();

    assertThat(pauses.count()).isGreaterThan(90);
  }

  @Test
  void aReceiverMayAskForMoreTimeButNotForEver() {
    assertThat(backoff.after(1, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
    assertThat(backoff.after(1, Duration.ofDays(5))).isEqualTo(Duration.ofHours(6));
    assertThat(backoff.after(9, Duration.ofSeconds(1))).isGreaterThan(Duration.ofHours(1));
  }

  /// The sum of 10, 30, 90, 270, 810, 2430 and 7290 s and twice 6 h.
  @Test
  void tenTriesTakeAboutFifteenHours() {
    var nominal = new Backoff(Duration.ofSeconds(10), Duration.ofHours(6), new Middle());
    var all = IntStream.rangeClosed(1, 9).mapToObj(nominal::after).reduce(Duration::plus);

    assertThat(all).hasValue(Duration.ofSeconds(54_130));
  }

  /// Draws the middle of what it may.
  private static final class Middle extends Random {
    @Override
    public double nextDouble() {
      return 0.5;
    }
  }
}
