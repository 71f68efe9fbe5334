package road;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/// Scores through the whole road of a worker (claim, batches of results, completion) beside COPY of
/// as many into the same table.
final class Scores {

  private static final String EVALUATOR = "road-score";
  private static final int EXAMPLES = 20_000;
  private static final int RUNS = 5;
  private static final double TARGET = 0.3;

  private Scores() {}

  static List<Figure> measure(Platform platform) throws Exception {
    // Real workers would read the hints, and refuse what they do not offer.
    for (var i = 0; i < Platform.WORKERS; i++) {
      platform.deployment().worker(i).close();
    }
    try (var worker =
        BenchWorker.register(platform, EVALUATOR, List.of(EVALUATOR), Platform.SLOTS)) {
      platform.publish("scores", EXAMPLES, EVALUATOR + "@1");
      var body = Platform.responses(EXAMPLES, i -> "it is " + i);
      deliver(platform, worker, body, "warm-up", Platform.SLOTS);
      var one = deliver(platform, worker, body, "one", 1);
      var all = deliver(platform, worker, body, "all", Platform.SLOTS);
      var copy = Math.max(copy(platform.ledger()), copy(platform.ledger()));
      return List.of(
          figure(Platform.SLOTS + " slots (two workers)", all, copy),
          Figure.told(
              "... by one slot", shown(one.rate()), "%.2f of COPY".formatted(one.rate() / copy)),
          Figure.told(
              "... its batches alone, by one slot",
              shown(one.batchRate()),
              "%.2f of COPY; %d scores a batch".formatted(one.batchRate() / copy, one.batch())));
    }
  }

  private static Figure figure(String by, Delivered delivered, double copy) {
    var ratio = delivered.rate() / copy;
    return new Figure(
        "scores stored end to end by " + by,
        ">= 0.3 COPY",
        "%.2f (%s)".formatted(ratio, shown(delivered.rate())),
        "COPY in one statement " + shown(copy),
        ratio >= TARGET);
  }

  private static String shown(double rate) {
    return String.format(Locale.ROOT, "%,.0f/s", rate);
  }

  /// @param seconds of all, and `batchSeconds` of the calls that carry results
  private record Delivered(int scores, int batches, double seconds, double batchSeconds) {

    double rate() {
      return scores / seconds;
    }

    double batchRate() {
      return scores / batchSeconds;
    }

    int batch() {
      return scores / batches;
    }
  }

  /// Does all jobs of a few runs, as many at a time as there are slots.
  private static Delivered deliver(
      Platform platform, BenchWorker worker, byte[] body, String name, int slots) throws Exception {
    var runs = new ArrayList<UUID>();
    for (var i = 0; i < RUNS; i++) {
      runs.add(platform.ledger().run(Platform.submit(platform.admin(), "scores", name + i, body)));
    }
    var jobs = new ConcurrentLinkedQueue<>(open(platform.ledger(), runs));
    var tasks = new ArrayList<Callable<BenchWorker.Sent>>();
    for (var i = 0; i < slots; i++) {
      tasks.add(() -> worker.doAll(jobs));
    }
    var begun = System.nanoTime();
    var sent = new BenchWorker.Sent(0, 0, Duration.ZERO);
    try (var threads = Executors.newFixedThreadPool(slots)) {
      for (var done : threads.invokeAll(tasks)) {
        sent = sent.plus(done.get());
      }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;
    for (var run : runs) {
      platform.awaitEnd(run, Duration.ofSeconds(10));
    }
    expect(platform.ledger(), runs, sent.scores());
    return new Delivered(sent.scores(), sent.batches(), seconds, sent.posting().toNanos() / 1e9);
  }

  private static List<UUID> open(Ledger ledger, List<UUID> runs) throws SQLException {
    return ledger.read(
        "select id from job where run_id = any(?) order by id",
        row -> Ledger.uuid(row, "id"),
        (Object) runs.toArray(UUID[]::new));
  }

  private static void expect(Ledger ledger, List<UUID> runs, int scores) throws SQLException {
    int stored =
        ledger.one(
            "select count(*) from score join run on run.no = score.run_no where run.id = any(?)",
            row -> row.getInt(1),
            (Object) runs.toArray(UUID[]::new));
    if (stored != scores || scores != runs.size() * EXAMPLES) {
      throw new IllegalStateException(scores + " scores were sent and " + stored + " are stored");
    }
  }

  /// Scores a second by one COPY statement, under runs that do not exist, and takes them out again.
  private static double copy(Ledger ledger) throws Exception {
    var random = new Random(20261121);
    var lines = new StringBuilder();
    for (var run = 0; run < RUNS; run++) {
      for (var ordinal = 0; ordinal < EXAMPLES; ordinal++) {
        lines.append(
            "%d\t1\t1\t%d\t0\t%s\t\\N\t\\N%n".formatted(-1 - run, ordinal, random.nextDouble()));
      }
    }
    var bytes = lines.toString().getBytes(UTF_8);
    var begun = System.nanoTime();
    var rows =
        ledger.copy(
            "score (run_no, evaluator_version_id, attempt, ordinal, sample, value, cause, aspects)",
            bytes);
    var seconds = (System.nanoTime() - begun) / 1e9;
    ledger.change("delete from score where run_no < 0");
    return rows / seconds;
  }
}
