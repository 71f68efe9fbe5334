package palmares.launcher.client;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.contract.submission.SubmissionStatus;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;

/// Tells of a submission's changes until its run has ended.
record Following(ApiConnection connection, Consumer<String> tell) {

  private static final Duration SHORTEST = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Set<String> RANKED = Set.of("complete", "partial");
  private static final Duration BOARD_PAUSE = Duration.ofMillis(500);
  private static final int BOARD_LOOKS = 20;

  /// @return [ExitCode#DONE] for a complete run, [ExitCode#INCOMPLETE] for any other end
  static int exitCode(SubmissionStatus ended) {
    return ended.state().equals("complete") ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  SubmissionStatus follow(String submission) {
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
        return now;
      }
      sleep(pause);
      pause = min(pause.multipliedBy(3).dividedBy(2), LONGEST);
    }
  }

  /// A leaderboard is built every few seconds at most: waits until those of the benchmark have
  /// taken up what has ended, so that who looks next sees it, or until it is not worth waiting.
  ///
  /// @return whether there is anything of it to take up
  boolean awaitBoards(SubmissionStatus ended) {
    if (!RANKED.contains(ended.state())) {
      return false;
    }
    for (var looked = 0; looked < BOARD_LOOKS && !haveTakenUp(ended); looked++) {
      sleep(BOARD_PAUSE);
    }
    return true;
  }

  private boolean haveTakenUp(SubmissionStatus ended) {
    var query = Map.of("benchmark", ended.benchmark());
    return connection.allPages("/leaderboards", query, LeaderboardSummary.class).stream()
        .filter(board -> board.version().equals(ended.version()))
        .allMatch(board -> board.builtAt() != null && board.builtAt().isAfter(ended.since()));
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
