package palmares.launcher.client;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;

/// Tells of a submission's changes until its run has ended.
record Following(ApiConnection connection, Consumer<String> tell) {

  private static final Duration SHORTEST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(5);

  /// @return [ExitCode#DONE] for a complete run, [ExitCode#INCOMPLETE] for any other end
  int follow(String submission) {
    @Nullable String told = null;
    var pause = SHORTEST;
    while (true) {
      var now =
          connection.get(
              "/submissions/" + ApiConnection.encoded(submission), SubmissionStatus.class);
      var words = Words.of(now);
      if (!words.equals(told)) {
        tell.accept(words);
        told = words;
      }
      if (Words.isAtEnd(now)) {
        tell.accept(Words.evaluators(now).stripTrailing());
        return now.state().equals("complete") ? ExitCode.DONE : ExitCode.INCOMPLETE;
      }
      sleep(pause);
      pause = min(pause.multipliedBy(3).dividedBy(2), LONGEST);
    }
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.noAnswer("interrupted; the run goes on without being watched", e);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
