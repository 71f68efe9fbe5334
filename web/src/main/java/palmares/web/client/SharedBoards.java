package palmares.web.client;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import palmares.contract.leaderboard.Board;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;

/// One copy of a board for all pages that show it, for as long as one does. The API's tag stands
/// for content and audience, so whoever was answered with it may see what is kept under it.
final class SharedBoards {

  private final Map<String, WeakReference<Tagged<Board>>> byTag = new ConcurrentHashMap<>();

  /// @param tag empty if the API gave none; then nothing is shared
  /// @param read what the API answered, asked for only if no page shows the same
  Answer<Tagged<Board>> of(String key, String tag, Supplier<Answer<Board>> read) {
    var kept = tag.isEmpty() ? null : byTag.get(key);
    var known = kept == null ? null : kept.get();
    if (known != null) {
      return new Given<>(known);
    }
    return switch (read.get()) {
      case Given(var board) -> {
        var tagged = new Tagged<>(tag, board);
        if (!tag.isEmpty()) {
          byTag.values().removeIf(each -> each.refersTo(null));
          byTag.put(key, new WeakReference<>(tagged));
        }
        yield new Given<>(tagged);
      }
      case Denied(var why) -> new Denied<>(why);
    };
  }
}
