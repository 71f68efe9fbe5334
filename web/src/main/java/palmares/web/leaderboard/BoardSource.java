package palmares.web.leaderboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Tagged;

/// Where a page takes its board from: the newest snapshot of a leaderboard or an older one, over
/// all examples or those of one category.
final class BoardSource {

  private final ApiClient api;
  private final String leaderboard;
  private final @Nullable String snapshot;
  private final @Nullable String category;
  private @Nullable Tagged<Board> newest;
  private @Nullable Board given;

  BoardSource(
      ApiClient api, String leaderboard, @Nullable String snapshot, @Nullable String category) {
    this.api = api;
    this.leaderboard = leaderboard;
    this.snapshot = snapshot;
    this.category = category;
  }

  /// An older snapshot stays as it is.
  boolean isOld() {
    return snapshot != null;
  }

  boolean isOf(String leaderboard) {
    return this.leaderboard.equals(leaderboard);
  }

  @Nullable String category() {
    return category;
  }

  /// What has a stream of events: whatever is shown of it, news are of the leaderboard.
  String subject() {
    return "leaderboards/" + leaderboard;
  }

  /// The address of the same board over another category, or over all examples.
  String path(@Nullable String other) {
    var path = new StringBuilder("leaderboards/").append(leaderboard);
    if (snapshot != null) {
      path.append("?snapshot=").append(encoded(snapshot));
    }
    if (other != null) {
      path.append(snapshot == null ? '?' : '&').append("category=").append(encoded(other));
    }
    return path.toString();
  }

  /// The board; the very same as long as there is nothing newer.
  synchronized Answer<Board> ask() {
    var known = given;
    if (snapshot != null) {
      return known == null ? keep(made(snapshot)) : new Given<>(known);
    }
    return switch (api.leaderboard(leaderboard, newest)) {
      case Given(var board) when board == newest && known != null -> new Given<>(known);
      case Given(var board) -> {
        newest = board;
        var made = board.value().snapshot();
        yield category == null || made == null
            ? keep(new Given<>(board.value()))
            : keep(made(made));
      }
      case Denied(var why) -> new Denied<>(why);
    };
  }

  private Answer<Board> made(String id) {
    return category == null ? api.snapshot(id) : api.snapshot(id, category);
  }

  private Answer<Board> keep(Answer<Board> answer) {
    given = answer instanceof Given(var board) ? board : null;
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
