package palmares.worker.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import palmares.worker.client.ApiException;
import palmares.worker.client.JobKey;
import palmares.worker.client.WireFormat;
import palmares.worker.client.WorkClient;

/// The results of one attempt on their way to the api, in batches that may each be sent again: the
/// batch id follows from the token and the batch's number.
final class ResultBatches {

  private static final int MOST_LINES = 2_000;
  private static final int MOST_BYTES = 4 << 20;

  private final WorkClient client;
  private final JobKey job;
  private final Duration longestWait;
  private final ObjectMapper json = WireFormat.mapper();
  private final MessageDigest digest = sha256();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private int waiting;
  private int sent;
  private int batches;
  private long since = System.nanoTime();

  ResultBatches(WorkClient client, JobKey job) {
    this(client, job, Duration.ofSeconds(2));
  }

  /// @param longestWait after which results are sent, few as they may be
  ResultBatches(WorkClient client, JobKey job, Duration longestWait) {
    this.client = client;
    this.job = job;
    this.longestWait = longestWait;
  }

  /// Takes a result; sends what has come together when it is enough, or has waited long enough that
  /// losing it would cost much work.
  void add(Object result)
      throws EvaluatorException, IOException, ApiException, InterruptedException {
    var line = json.writeValueAsBytes(result);
    if (line.length >= MOST_BYTES) {
      throw new EvaluatorException(
          "a result of " + line.length + " bytes is longer than a batch may be: " + MOST_BYTES);
    }
    if (lines.size() + line.length >= MOST_BYTES) {
      flush();
    }
    lines.write(line);
    lines.write('\n');
    waiting++;
    if (waiting == MOST_LINES || System.nanoTime() - since > longestWait.toNanos()) {
      flush();
    }
  }

  /// Sends the rest and closes the job.
  void complete() throws IOException, ApiException, InterruptedException {
    flush();
    client.complete(job, HexFormat.of().formatHex(digest.digest()), sent);
  }

  int count() {
    return sent;
  }

  private void flush() throws IOException, ApiException, InterruptedException {
    if (waiting == 0) {
      return;
    }
    var plain = lines.toByteArray();
    client.results(job, batchId(job.token(), batches), gzip(plain));
    digest.update(plain);
    batches++;
    sent += waiting;
    waiting = 0;
    lines.reset();
    since = System.nanoTime();
  }

  static String batchId(String token, int number) {
    var name = token + "#" + number;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
