package palmares.worker.job;

import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/// Runs a plug-in so that its failures are told apart from ours.
final class Guarded {

  private Guarded() {}

  /// @param what was run on what, for the reason
  /// @throws EvaluatorException if the plug-in failed by itself
  /// @throws UncheckedIOException if a model could not be read: this machine's fault
  /// @throws InterruptedException if the job is to stop
  static <T> T call(String what, Supplier<T> plugin)
      throws EvaluatorException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(what + " is to stop");
    }
    try {
      return plugin.get();
    } catch (UncheckedIOException e) {
      throw e;
    } catch (CancellationException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException(what + " is to stop");
      }
      throw new EvaluatorException(what + ": " + e, e);
    } catch (RuntimeException | StackOverflowError e) {
      throw new EvaluatorException(what + ": " + e, e);
    }
  }
}
