package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepLoopTest {

  private static final LedgerConfig SOON =
      new LedgerConfig(
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          4,
          20,
          3,
          Duration.ofHours(6),
          Duration.ofMillis(1));

  /// A scheduled executor stops for good, and says nothing, when what it runs throws.
  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, NoClassDefFoundError.class})
  void theSweepsGoOnAfterOneThatThrew(Class<? extends Throwable> thrown) throws Exception {
    var rounds = new CountDownLatch(3);
    var loop =
        new SweepLoop(
            () -> {
              rounds.countDown();
              throw sneaky(thrown);
            },
            SOON);

    loop.start();

    assertThat(rounds.await(10, TimeUnit.SECONDS)).isTrue();
    loop.stop();
  }

  private static RuntimeException sneaky(Class<? extends Throwable> thrown) {
    try {
      var planted = thrown.getConstructor(String.class).newInstance("planted");
      if (planted instanceof Error error) {
        throw error;
      }
      return (RuntimeException) planted;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
