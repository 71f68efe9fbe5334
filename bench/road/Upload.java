package road;

import static java.nio.charset.StandardCharsets.UTF_8;
import static road.Times.shown;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// A large submission in one POST, from the first byte to the answer, beside hashing the same bytes
/// and bringing them to the disk.
final class Upload {

  private static final int EXAMPLES = 2_000;
  private static final int CHARACTERS = 50_000;
  private static final int TIMES = 3;

  private Upload() {}

  static List<Figure> measure(Platform platform) throws Exception {
    platform.publish("upload", EXAMPLES, "contains@1");
    var body = lines();
    var best = Duration.ofDays(1);
    for (var i = 0; i < TIMES; i++) {
      var begun = System.nanoTime();
      var submission = Platform.submit(platform.admin(), "upload", "large-" + i, body);
      var time = Duration.ofNanos(System.nanoTime() - begun);
      best = time.compareTo(best) < 0 ? time : best;
      platform.awaitEnd(platform.ledger().run(submission), Duration.ofMinutes(2));
    }
    return List.of(
        Figure.told(
            "%,d MB submitted in one POST".formatted(body.length / 1_000_000),
            "%s (%s)".formatted(shown(best), rate(body, best)),
            "SHA-256 and a synced file of the same bytes " + rate(body, toDisk(body))));
  }

  private static String rate(byte[] body, Duration time) {
    return String.format(Locale.ROOT, "%.0f MB/s", body.length / (time.toNanos() / 1e3));
  }

  private static Duration toDisk(byte[] body) throws Exception {
    var begun = System.nanoTime();
    MessageDigest.getInstance("SHA-256").digest(body);
    var file = Files.createTempFile("upload", ".jsonl");
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(body));
      channel.force(true);
    } finally {
      Files.delete(file);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static byte[] lines() throws IOException {
    var random = new Random(20261121);
    var lines = new ByteArrayOutputStream();
    for (var i = 0; i < EXAMPLES; i++) {
      var text = new StringBuilder();
      while (text.length() < CHARACTERS) {
        text.append(Integer.toString(random.nextInt(50_000), 36)).append(' ');
      }
      lines.write("{\"id\":\"e%d\",\"text\":\"%s\"}\n".formatted(i, text).getBytes(UTF_8));
    }
    return lines.toByteArray();
  }
}
