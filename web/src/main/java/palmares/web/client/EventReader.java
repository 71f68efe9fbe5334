package palmares.web.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads one open stream of server-sent events, as far as the API uses the format.
public final class EventReader implements AutoCloseable {

  private final InputStream stream;
  private final BufferedReader lines;
  private volatile long heard = System.nanoTime();

  EventReader(InputStream stream) {
    this.stream = stream;
    this.lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }

  /// @param id number of the event; absent for what has none, such as progress
  public record ServerEvent(@Nullable String id, String name, String data) {}

  /// Waits for the next event; null at the stream's end.
  ///
  /// @throws IOException if the connection broke, or was closed by [#close]
  public @Nullable ServerEvent next() throws IOException {
    String id = null;
    var name = "message";
    var data = "";
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      heard = System.nanoTime();
      if (line.startsWith("id: ")) {
        id = line.substring(4);
      } else if (line.startsWith("event: ")) {
        name = line.substring(7);
      } else if (line.startsWith("data: ")) {
        data = line.substring(6);
      } else if (line.isEmpty() && !data.isEmpty()) {
        return new ServerEvent(id, name, data);
      }
    }
    return null;
  }

  /// How long nothing was heard, not even a comment.
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heard);
  }

  @Override
  public void close() throws IOException {
    // Not the reader's: that would wait for whoever waits in it.
    stream.close();
  }
}
