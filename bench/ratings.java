import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.battle.Elo;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating.Ranked;
import palmares.scoring.ranking.Settings;
import palmares.scoring.ranking.SharpeRatio;
import palmares.scoring.ranking.WbScore;

/// How long ratings of boards take: 1,000 systems on 805 examples (402 million derived battles; or
/// 1,000 resamples of the examples). Votes are the business of `./palmares bench arena`.
///
/// Usage: `./palmares bench ratings`. Each task runs five times; printed are the best and the worst time
/// of one core.
class Ratings {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;
  private static final int BOARD_SYSTEMS = 1_000;
  private static final int EXAMPLES = 805;
  private static final String EVALUATOR = "simulated@1";

  public static void main(String[] arguments) {
    System.out.printf("%-62s %9s %9s%n", "task", "best s", "worst s");
    var board = board();
    var settings = Settings.of(Map.of("evaluator", EVALUATOR));
    timed(
        "bradley-terry, 1,000 systems x 805 examples, ratings only",
        () -> checked(new BradleyTerry().rank(board, settings.with("interval", "none"))));
    timed(
        "bradley-terry, 1,000 systems x 805 examples, clustered and naive",
        () -> checked(new BradleyTerry().rank(board, settings)));
    timed("elo, 1,000 systems x 805 examples", () -> checked(new Elo().rank(board, settings)));
    resampled();
    System.out.printf(
        "peak heap %d MB%n",
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed() >> 20)
            .sum());
  }

  /// The methods with a bootstrap over examples, on whole scores from 1 to 10 in five categories.
  private static void resampled() {
    var judged = judged();
    timed(
        "wb-score, 1,000 systems x 805 examples, 1,000 resamples",
        () -> checked(new WbScore().rank(judged, Settings.of(Map.of("evaluator", "judge0@1")))));
    for (var aggregate : List.of("mean", "wb-score")) {
      var stakes =
          Settings.of(Map.of("truth", "judge0@1", "baseline", "s500", "aggregate", aggregate));
      timed(
          "sharpe-ratio of 3 evaluators by " + aggregate + ", the same board",
          () -> checked(new SharpeRatio().rank(judged, stakes)));
    }
  }

  private static <T> T timed(String task, Supplier<T> work) {
    var best = Double.POSITIVE_INFINITY;
    var worst = 0.0;
    T result = null;
    for (var round = 0; round < ROUNDS; round++) {
      var start = THREADS.getCurrentThreadCpuTime();
      result = work.get();
      var seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      best = Math.min(best, seconds);
      worst = Math.max(worst, seconds);
    }
    System.out.printf("%-62s %9.3f %9.3f%n", task, best, worst);
    return result;
  }

  private static Ranking checked(Ranking ranking) {
    if (!ranking.fit().converged() || !ranking.ratings().stream().allMatch(Ranked.class::isInstance)) {
      throw new IllegalStateException("not all are ranked: " + ranking.notes());
    }
    return ranking;
  }

  private static Evidence board() {
    var random = new Random(20260102);
    var table = ScoreTable.builder(names("s", BOARD_SYSTEMS), names("e", EXAMPLES));
    for (var i = 0; i < BOARD_SYSTEMS; i++) {
      for (var k = 0; k < EXAMPLES; k++) {
        table.put(i, k, random.nextGaussian() + (double) i / BOARD_SYSTEMS);
      }
    }
    return new Evidence(
        new TreeMap<>(Map.of(EVALUATOR, table.build())),
        Map.of(),
        Map.of(),
        Map.<String, List<String>>of(),
        Map.of());
  }

  private static Evidence judged() {
    var random = new Random(20260103);
    var tables = new TreeMap<String, ScoreTable>();
    for (var judge = 0; judge < 4; judge++) {
      var table = ScoreTable.builder(names("s", BOARD_SYSTEMS), names("e", EXAMPLES));
      for (var i = 0; i < BOARD_SYSTEMS; i++) {
        for (var k = 0; k < EXAMPLES; k++) {
          var value = 5.5 + 2 * random.nextGaussian() + 2.0 * i / BOARD_SYSTEMS;
          table.put(i, k, Math.clamp(Math.round(value), 1, 10));
        }
      }
      tables.put("judge" + judge + "@1", table.build());
    }
    var categories = new TreeMap<String, List<String>>();
    for (var k = 0; k < EXAMPLES; k++) {
      categories.put("e" + k, List.of("category" + k % 5));
    }
    return new Evidence(tables, Map.of(), Map.of(), categories, Map.of());
  }

  private static List<String> names(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }
}
