package palmares.launcher.terminal;

import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/// Waits until somebody asks the process to end (SIGTERM or Ctrl-C), so that what runs can be
/// closed in order. A shutdown hook would race with those of the libraries, which close what is
/// still needed. A second signal ends the process at once.
public final class StopSignal {

  private static final int KILLED_BY_INTERRUPT = 130;

  private final CountDownLatch asked = new CountDownLatch(1);

  private StopSignal() {}

  /// From here on signals are kept for [#await()].
  public static StopSignal listen() {
    var stop = new StopSignal();
    Signal.handle(new Signal("TERM"), signal -> stop.ask());
    Signal.handle(new Signal("INT"), signal -> stop.ask());
    return stop;
  }

  /// Stops also when that process has ended, however it ended.
  public void whenEnds(ProcessHandle process) {
    Thread.ofVirtual()
        .start(() -> {
          process.onExit().join();
          now();
        });
  }

  public void now() {
    asked.countDown();
  }

  public void await() throws InterruptedException {
    asked.await();
  }

  private void ask() {
    if (asked.getCount() == 0) {
      Runtime.getRuntime().halt(KILLED_BY_INTERRUPT);
    }
    asked.countDown();
  }
}
