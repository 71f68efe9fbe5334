package road;

import static road.Times.shown;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reading a leaderboard of 1,000 rows, as a signed-in caller who keeps the connection.
final class BoardReads {

  private static final int SYSTEMS = 1_000;
  private static final int WARM_UP = 1_000;
  private static final int READS = 2_000;
  private static final Duration TARGET = Duration.ofMillis(10);

  private final String token;
  private final byte[] buffer = new byte[64 * 1024];

  private BoardReads(String token) {
    this.token = token;
  }

  static List<Figure> measure(Platform platform) throws Exception {
    var begun = System.nanoTime();
    var board =
        platform
            .admin()
            .origin()
            .resolve("/api/v1/leaderboards/" + Boards.fill(platform, "board", SYSTEMS));
    var filled = Duration.ofNanos(System.nanoTime() - begun);
    var reads = new BoardReads(platform.admin().token());
    var first = reads.read(board, Map.of(), 200);
    var tag = first.tag();
    var floor = new Reading(platform.admin().origin().resolve("/api/v1/health"), Map.of(), 200);
    var plain = new Reading(board, Map.of(), 200);
    var packed = new Reading(board, Map.of("Accept-Encoding", "gzip"), 200);
    var unchanged = new Reading(board, Map.of("If-None-Match", tag), 304);
    reads.readInTurn(List.of(floor, plain, packed, unchanged));
    var packedBytes = reads.read(board, Map.of("Accept-Encoding", "gzip"), 200).bytes();
    return List.of(
        fast("board of %,d rows, p99".formatted(SYSTEMS), first.bytes(), plain.times(), floor),
        fast("... packed by gzip, as browsers ask for it, p99", packedBytes, packed.times(), floor),
        new Figure(
            "... its 304, median",
            "< packed",
            shown(unchanged.times().median()),
            "packed %s; p99 of the 304 %s"
                .formatted(shown(packed.times().median()), shown(unchanged.times().percentile(99))),
            unchanged.times().median().compareTo(packed.times().median()) < 0),
        Figure.told(
            "... filled by %,d submissions".formatted(SYSTEMS),
            shown(filled),
            "%.0f a second".formatted(SYSTEMS / (filled.toMillis() / 1e3))));
  }

  private static Figure fast(String name, int bytes, Times times, Reading health) {
    var floor = health.times();
    return new Figure(
        name,
        "< " + shown(TARGET),
        shown(times.percentile(99)),
        "median %s, %,d kB; /health median %s, p99 %s"
            .formatted(
                shown(times.median()),
                bytes / 1000,
                shown(floor.median()),
                shown(floor.percentile(99))),
        times.percentile(99).compareTo(TARGET) < 0);
  }

  /// One after the other in each round, so that what disturbs the machine disturbs all alike.
  private void readInTurn(List<Reading> readings) throws IOException {
    for (var i = 0; i < WARM_UP + READS; i++) {
      for (var reading : readings) {
        var begun = System.nanoTime();
        read(reading.address, reading.headers, reading.status);
        if (i >= WARM_UP) {
          reading.taken.add(Duration.ofNanos(System.nanoTime() - begun));
        }
      }
    }
  }

  /// A request, and how long each of its answers took.
  private record Reading(
      URI address, Map<String, String> headers, int status, List<Duration> taken) {

    Reading(URI address, Map<String, String> headers, int status) {
      this(address, headers, status, new ArrayList<>());
    }

    Times times() {
      return new Times(taken);
    }
  }

  /// Reads on the calling thread into one buffer, so that little of the client is in the time.
  private Answer read(URI address, Map<String, String> headers, int status) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestProperty("Authorization", "Bearer " + token);
    headers.forEach(connection::setRequestProperty);
    if (connection.getResponseCode() != status) {
      throw new IOException(address + " answered " + connection.getResponseCode());
    }
    var bytes = 0;
    try (var body = connection.getInputStream()) {
      for (var read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        bytes += read;
      }
    }
    return new Answer(connection.getHeaderField("ETag"), bytes);
  }

  private record Answer(String tag, int bytes) {}
}
