package palmares.web.leaderboard;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;

/// The snapshot that came before another of the same leaderboard.
final class SnapshotBefore {

  /// Enough to find the one before any of the newest.
  private static final int NEWEST = 20;

  private SnapshotBefore() {}

  /// The one before any snapshot, however long ago that was made.
  ///
  /// @param category over whose examples alone the one before is wanted; all if absent
  static Answer<Optional<Board>> of(ApiClient api, Board board, @Nullable String category) {
    String cursor = null;
    do {
      int limit = cursor == null ? NEWEST : Page.MAX_LIMIT;
      switch (api.snapshots(board.leaderboard(), cursor, limit)) {
        case Given(var page) -> {
          var before =
              page.items().stream().filter(each -> each.revision() < board.revision()).findFirst();
          if (before.isPresent()) {
            return found(api, before.get().id(), category);
          }
          cursor = page.next();
        }
        case Denied(var why) -> {
          return new Denied<>(why);
        }
      }
    } while (cursor != null);
    return new Given<>(Optional.empty());
  }

  private static Answer<Optional<Board>> found(
      ApiClient api, String id, @Nullable String category) {
    return switch (category == null ? api.snapshot(id) : api.snapshot(id, category)) {
      case Given(var found) -> new Given<>(Optional.of(found));
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
    return switch (of(api, board, null)) {
      case Given(var found) ->
          found.map(old -> ": " + BoardChanges.between(old, board).text(2)).orElse("");
      case Denied(var why) -> "";
    };
  }
}
