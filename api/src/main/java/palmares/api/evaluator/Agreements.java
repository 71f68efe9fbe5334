package palmares.api.evaluator;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec;
import palmares.contract.evaluator.Evaluators.Agreement;
import palmares.contract.evaluator.Evaluators.Pair;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.exclusion.ExclusionStore;
import palmares.db.exclusion.LeftOutRow;
import palmares.db.leaderboard.BoardEvidence;
import palmares.db.leaderboard.Entry;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.scoring.agreement.Correlation;

/// How far the evaluators of a benchmark agree about the responses of the systems that stand on it.
/// Bounded to the newest systems; kept for as long as the same runs stand, and made for one caller
/// at a time.
@Singleton
final class Agreements {

  private static final int MOST_RESPONSES = 50_000;
  private static final int KEPT = 100;

  private final Database database;
  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final BoardEvidence evidence = new BoardEvidence();
  private final int mostResponses;
  private final Map<Basis, List<Pair>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Basis, List<Pair>> eldest) {
          return size() > KEPT;
        }
      };

  @Inject
  Agreements(Database database) {
    this(database, MOST_RESPONSES);
  }

  Agreements(Database database, int mostResponses) {
    this.database = database;
    this.mostResponses = mostResponses;
  }

  /// What an agreement is made from: evidence of a run never changes.
  private record Basis(UUID version, List<Long> runs, List<LeftOutRow> leftOut) {

    boolean isLeftOut(String evaluator) {
      return leftOut.stream()
          .anyMatch(row -> row.kind().equals("rater") && row.subject().equals(evaluator));
    }
  }

  Agreement of(BenchmarkVersion version) {
    var standing = database.transact(tx -> standing(tx, version));
    var leftOut = database.transact(tx -> ExclusionStore.standing(tx, version.id()));
    int most = Math.max(1, mostResponses / Math.max(1, version.examples()));
    var runs = standing.subList(0, Math.min(most, standing.size()));
    return new Agreement(
        version.name(),
        version.version(),
        runs.size(),
        standing.size(),
        pairs(version, new Basis(version.id(), runs, leftOut)));
  }

  /// The newest ended run of each system, newest first.
  private List<Long> standing(Tx tx, BenchmarkVersion version) {
    var newest = new LinkedHashMap<UUID, Entry>();
    evidence
        .entries(tx, version.id(), leaderboards.goldRevision(tx, version.id()))
        .forEach(entry -> newest.putIfAbsent(entry.systemId(), entry));
    return newest.values().stream().map(Entry::runNo).sorted(Comparator.reverseOrder()).toList();
  }

  private synchronized List<Pair> pairs(BenchmarkVersion version, Basis basis) {
    var known = kept.get(basis);
    if (known != null) {
      return known;
    }
    var made = compare(read(version, basis));
    kept.put(basis, made);
    return made;
  }

  private TreeMap<String, double[]> read(BenchmarkVersion version, Basis basis) {
    var keys =
        Json.read(version.spec(), BenchmarkSpec.class).evaluators().stream()
            .filter(key -> !basis.isLeftOut(key))
            .toList();
    var ordinals =
        basis.leftOut().stream()
            .flatMap(row -> Stream.ofNullable(row.ordinal()))
            .collect(Collectors.toSet());
    return database.transact(tx -> {
      var values = new Values(basis.runs(), version.examples());
      var evaluators = evidence.evaluators(tx, keys, basis.runs());
      evaluators.forEach(each -> values.expect(each.id(), each.key()));
      evidence.cells(
          tx,
          basis.runs(),
          evaluators.stream().map(BoardEvidence.EvaluatorOfBoard::id).toList(),
          (run, evaluator, ordinal, value) -> {
            if (!ordinals.contains(ordinal)) {
              values.put(run, evaluator, ordinal, value);
            }
          });
      return values.byKey;
    });
  }

  private static List<Pair> compare(TreeMap<String, double[]> values) {
    var pairs = new ArrayList<Pair>();
    for (var one : values.entrySet()) {
      for (var other : values.tailMap(one.getKey(), false).entrySet()) {
        var shared = Shared.of(one.getValue(), other.getValue());
        var found = Correlation.of(shared.one(), shared.other());
        pairs.add(
            new Pair(
                one.getKey(),
                other.getKey(),
                found.responses(),
                found.spearman(),
                found.pearson()));
      }
    }
    pairs.sort(Comparator.comparingDouble(Agreements::place));
    return List.copyOf(pairs);
  }

  /// Best agreement first; what has none, last.
  private static double place(Pair pair) {
    var spearman = pair.spearman();
    return spearman == null ? Double.POSITIVE_INFINITY : -spearman;
  }

  /// The values of each evaluator: a place for each response, NaN where there is none.
  private static final class Values {

    private final Map<Long, Integer> places = new LinkedHashMap<>();
    private final int examples;
    private final Map<Integer, double[]> byEvaluator = new LinkedHashMap<>();
    private final TreeMap<String, double[]> byKey = new TreeMap<>();

    Values(List<Long> runs, int examples) {
      this.examples = examples;
      runs.forEach(run -> places.put(run, places.size()));
    }

    void expect(int evaluator, String key) {
      byEvaluator.put(
          evaluator,
          byKey.computeIfAbsent(
              key,
              unknown -> {
                var none = new double[places.size() * examples];
                java.util.Arrays.fill(none, Double.NaN);
                return none;
              }));
    }

    void put(long run, int evaluator, int ordinal, @Nullable Double value) {
      var values = byEvaluator.get(evaluator);
      var place = places.get(run);
      if (values != null && place != null && value != null && ordinal < examples) {
        values[place * examples + ordinal] = value;
      }
    }
  }
}
