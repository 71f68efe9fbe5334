package palmares.web.leaderboard;

import java.util.Optional;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;

/// The snapshot that came before another of the same leaderboard.
final class SnapshotBefore {

  /// Enough to find the one before any of the newest.
  static final int LISTED = 20;

  private SnapshotBefore() {}

  static Answer<Optional<Board>> of(ApiClient api, Board board) {
    return switch (api.snapshots(board.leaderboard(), LISTED)) {
      case Given(var page) -> {
        var before =
            page.items().stream().filter(each -> each.revision() < board.revision()).findFirst();
        yield before.isEmpty()
            ? new Given<>(Optional.empty())
            : switch (api.snapshot(before.get().id())) {
              case Given(var found) -> new Given<>(Optional.of(found));
              case Denied(var why) -> new Denied<>(why);
            };
      }
      case Denied(var why) -> new Denied<>(why);
    };
  }

  /// What the newest snapshot changed, in words; empty if it is the first or cannot be told.
  static String changes(ApiClient api, LeaderboardSummary leaderboard) {
    return switch (api.leaderboard(leaderboard.id(), null)) {
      case Given(var board) -> changes(api, board.value());
      case Denied(var why) -> "";
    };
  }

  private static String changes(ApiClient api, Board board) {
    return switch (of(api, board)) {
      case Given(var found) ->
          found.map(old -> ": " + BoardChanges.between(old, board).text(2)).orElse("");
      case Denied(var why) -> "";
    };
  }
}
