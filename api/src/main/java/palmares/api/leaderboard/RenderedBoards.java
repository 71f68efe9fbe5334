package palmares.api.leaderboard;

import io.micronaut.json.JsonMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import palmares.contract.leaderboard.Board;

/// Boards as they go over the line, by the tag of their content: writing and packing 1,000 rows
/// costs far more than finding out that nothing has changed. Keeps those that were read last.
@Singleton
final class RenderedBoards {

  private static final long MOST_BYTES = 24L * 1024 * 1024;

  private final JsonMapper json;
  private final long mostBytes;
  private final Map<String, Rendered> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  @Inject
  RenderedBoards(JsonMapper json) {
    this(json, MOST_BYTES);
  }

  RenderedBoards(JsonMapper json, long mostBytes) {
    this.json = json;
    this.mostBytes = mostBytes;
  }

  /// @param packed the same by gzip
  record Rendered(byte[] plain, byte[] packed) {

    int bytes() {
      return plain.length + packed.length;
    }
  }

  /// What was rendered under this tag, or what `board` gives now.
  Rendered of(String tag, Supplier<Board> board) {
    synchronized (kept) {
      var known = kept.get(tag);
      if (known != null) {
        return known;
      }
    }
    var rendered = render(board.get());
    keep(tag, rendered);
    return rendered;
  }

  private void keep(String tag, Rendered rendered) {
    synchronized (kept) {
      var before = kept.put(tag, rendered);
      bytes += rendered.bytes() - (before == null ? 0 : before.bytes());
      var eldest = kept.values().iterator();
      while (bytes > mostBytes && eldest.hasNext()) {
        bytes -= eldest.next().bytes();
        eldest.remove();
      }
    }
  }

  private Rendered render(Board board) {
    try {
      var plain = json.writeValueAsBytes(board);
      var packed = new ByteArrayOutputStream();
      try (var gzip = new GZIPOutputStream(packed)) {
        gzip.write(plain);
      }
      return new Rendered(plain, packed.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write leaderboard " + board.leaderboard(), e);
    }
  }
}
