package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import palmares.api.Calls;
import palmares.api.Calls.Answer;

/// Files of responses, and sending them.
public final class Files {

  private Files() {}

  /// Right answers to the first examples.
  public static String responses(int count) {
    var lines = new StringBuilder();
    for (var i = 1; i <= count; i++) {
      lines.append("{\"id\":\"q%d\",\"text\":\"a%d\"}\n".formatted(i, i));
    }
    return lines.toString();
  }

  public static Answer submit(Calls calls, String query, String lines) {
    return submit(calls, query, lines.getBytes(UTF_8));
  }

  public static Answer submit(Calls calls, String query, byte[] lines, String... headers) {
    var all = new java.util.ArrayList<>(List.of("Content-Type", "application/jsonl"));
    all.addAll(List.of(headers));
    return calls.send("POST", "submissions?" + query, lines, all);
  }

  static byte[] gzip(byte[] content) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }
}
