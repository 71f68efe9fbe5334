package palmares.launcher.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.PublishedBenchmark;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Verification;
import palmares.contract.submission.NewSubmission;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmitAnswer;
import palmares.launcher.client.ApiConnection;
import palmares.launcher.client.BenchmarkUpload;
import palmares.launcher.terminal.CommandFailure;

/// Pushes the sample, runs its systems, and reads what came of it; through the REST API alone, as
/// anyone could.
final class Demo {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final ApiConnection api;
  private final @Nullable CrashScene scene;
  private final Consumer<String> say;
  private final Consumer<String> progress;

  /// @param progress told what is going on, more often than is worth keeping
  Demo(
      ApiConnection api,
      Optional<SecondWorker> second,
      Consumer<String> say,
      Consumer<String> progress) {
    this.api = api;
    this.scene =
        second
            .map(worker -> new CrashScene(worker, new WorkerRecordByApi(api, worker.name())))
            .orElse(null);
    this.say = say;
    this.progress = progress;
  }

  /// @param expectedScores of every evaluator for every example of every system
  /// @param crash absent where no worker was there to be killed
  /// @param boards by name, in the order of the benchmark
  record Outcome(
      BenchmarkDetail benchmark,
      Progress runs,
      int expectedScores,
      @Nullable Crash crash,
      Map<String, Board> boards,
      List<Verification> verifications) {

    Board board(String name) {
      return Objects.requireNonNull(boards.get(name), "the sample has a leaderboard " + name);
    }

    boolean isSound() {
      return runs.scores() == expectedScores
          && (crash == null || crash.isSound())
          && verifications.stream().allMatch(Verification::equal);
    }
  }

  Outcome play(Path work) {
    var benchmark = push(work);
    var started = System.nanoTime();
    while (scene != null && !scene.isReady()) {
      progress.accept("waiting for the second worker");
      pause(started, "the second worker has not come up");
    }
    var submissions = Sample.submissions(benchmark.version()).stream().map(this::submit).toList();
    say.accept(
        "Benchmark %s v%s: %d passages, %d categories, %d systems run now on workers, no network"
            .formatted(
                benchmark.name(),
                benchmark.version(),
                benchmark.examples(),
                benchmark.categories().size(),
                submissions.size()));
    var evaluators = benchmark.evaluators().size();
    var runs = follow(submissions, evaluators, started);
    var expected = submissions.size() * evaluators * benchmark.examples();
    var crash = crash(expected - runs.scores());
    var boards = boards(benchmark, submissions.size());
    return new Outcome(benchmark, runs, expected, crash, boards, verify(boards));
  }

  private BenchmarkDetail push(Path work) {
    var folder = Sample.unpack(work.resolve(Sample.BENCHMARK));
    var pushed =
        api.upload("/benchmarks", Map.of(), BenchmarkUpload.of(folder), PublishedBenchmark.class);
    return api.get(
        "/benchmarks/" + pushed.name(), Map.of("version", pushed.version()), BenchmarkDetail.class);
  }

  private String submit(NewSubmission order) {
    var answer = api.post("/submissions", order, SubmitAnswer.class);
    if (answer.id() == null) {
      throw new IllegalStateException("the api took a submission and gave it no id");
    }
    return answer.id();
  }

  private Progress follow(List<String> submissions, int evaluators, long started) {
    var generated = false;
    Progress now;
    do {
      if (scene != null) {
        scene.look();
      }
      now = Progress.of(statuses(submissions));
      if (!generated && now.generating() == 0) {
        generated = true;
        say.accept(line(" generate  %,d responses %40.0f s", now.responses(), since(started)));
      }
      progress.accept(
          "%d of %d runs, %,d scores".formatted(now.ended(), now.submissions(), now.scores()));
      pause(started, "the runs have not ended");
    } while (!now.isOver());
    say.accept(
        line(
            " evaluate  %d evaluators, %,d scores, %d empty answers kept as gaps %8.0f s",
            evaluators, now.scores(), now.abstained(), since(started)));
    return now;
  }

  private List<SubmissionStatus> statuses(List<String> submissions) {
    return submissions.stream()
        .map(id -> api.get("/submissions/" + id, SubmissionStatus.class))
        .toList();
  }

  private @Nullable Crash crash(int lost) {
    if (scene == null) {
      return null;
    }
    var crash = scene.end(lost);
    say.accept(" crash     " + crash.text());
    return crash;
  }

  private Map<String, Board> boards(BenchmarkDetail benchmark, int systems) {
    var boards = new LinkedHashMap<String, Board>();
    var started = System.nanoTime();
    for (var link : benchmark.leaderboards()) {
      boards.put(
          link.name(),
          awaitBoard(() -> api.get("/leaderboards/" + link.id(), Board.class), systems, started));
    }
    return boards;
  }

  /// A board changes at most every five seconds; the last runs may have ended a moment ago.
  private Board awaitBoard(Supplier<Board> read, int systems, long started) {
    while (true) {
      var board = read.get();
      var provenance = board.provenance();
      if (provenance != null && provenance.runs().size() >= systems && board.pending().isEmpty()) {
        return board;
      }
      progress.accept("waiting for the leaderboard " + board.title());
      pause(started, "the leaderboard " + board.title() + " is not built");
    }
  }

  private List<Verification> verify(Map<String, Board> boards) {
    var verifications = new ArrayList<Verification>();
    for (var board : boards.values()) {
      verifications.add(
          api.post("/snapshots/" + board.snapshot() + "/verification", null, Verification.class));
    }
    return verifications;
  }

  private static void pause(long started, String stuck) {
    if (System.nanoTime() - started > LONGEST.toNanos()) {
      throw CommandFailure.noAnswer(
          stuck + " after " + LONGEST.toMinutes() + " minutes; `palmares doctor` says more");
    }
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.noAnswer("interrupted", e);
    }
  }

  private static double since(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
