package palmares.api.submission;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.BenchmarkSpec;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.benchmark.BenchmarkStore;
import palmares.db.benchmark.BenchmarkVersion;
import palmares.db.benchmark.GoldStore;
import palmares.db.budget.Price;
import palmares.db.budget.PriceStore;
import palmares.db.job.RunSpec;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.RunSpec.PairingPart;
import palmares.db.job.RunSpec.SystemPart;
import palmares.db.job.WorkerStore;
import palmares.scoring.battle.BothOrders;
import palmares.scoring.battle.SettleRule;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.PairwiseJudge;

/// Freezes what a run depends on.
final class RunSpecs {

  /// The lane of what no worker offers yet.
  private static final String CPU = "cpu";

  private static final int SHARDS = 8;
  private static final int MIN_SHARD = 20;
  private static final int MAX_SHARD = 500;
  private static final int MAX_METRIC_SHARD = 2000;
  private static final int MOST_OPPONENTS = 100;
  private static final SettleRule SETTLED_BY = new BothOrders();

  private RunSpecs() {}

  static RunSpec of(Tx tx, BenchmarkVersion version, Order order) {
    var spec = Json.read(version.spec(), BenchmarkSpec.class);
    var kinds = kinds(tx);
    var prices = PriceStore.valid(tx);
    var lanes = WorkerStore.lanes(tx);
    return new RunSpec(
        version.id(),
        version.examples(),
        GoldStore.newest(tx, version.id()),
        system(order, lanes, prices),
        spec.evaluators().stream().map(key -> evaluator(key, kinds, lanes, prices)).toList(),
        pairing(spec.opponents()),
        shardSize(version.examples(), MAX_SHARD),
        shardSize(version.examples(), MAX_METRIC_SHARD));
  }

  private static @Nullable SystemPart system(
      Order order, Map<String, String> lanes, Map<String, Price> prices) {
    var offer = order.system().builtIn();
    var settings = order.system().settings();
    return order.isBuiltIn() && offer != null
        ? new SystemPart(
            offer,
            settings == null ? Map.of() : settings,
            lanes.getOrDefault(offer, CPU),
            prices.getOrDefault(offer, Price.FREE))
        : null;
  }

  private static @Nullable PairingPart pairing(BenchmarkSpec.@Nullable Opponents opponents) {
    return opponents == null
        ? null
        : new PairingPart(opponents.who(), opponents.systems(), MOST_OPPONENTS, SETTLED_BY.key());
  }

  private static Map<String, String> kinds(Tx tx) {
    var kinds = new TreeMap<>(BenchmarkStore.evaluatorKinds(tx));
    ServiceLoader.load(Metric.class).forEach(metric -> kinds.put(metric.key(), "metric"));
    ServiceLoader.load(PairwiseJudge.class)
        .forEach(judge -> kinds.put(judge.key(), "pairwise-judge"));
    return kinds;
  }

  private static EvaluatorPart evaluator(
      String key, Map<String, String> kinds, Map<String, String> lanes, Map<String, Price> prices) {
    var kind = kinds.get(key);
    if (kind == null) {
      throw new IllegalStateException(
          "evaluator " + key + " was known when the benchmark was published; known are " + kinds);
    }
    var at = key.lastIndexOf('@');
    return new EvaluatorPart(
        key.substring(0, at),
        Integer.parseInt(key.substring(at + 1)),
        kind,
        Map.of(),
        lanes.getOrDefault(key, CPU),
        prices.getOrDefault(key, Price.FREE));
  }

  /// A few shards for each stage, so that a lost worker costs little and workers share the load.
  private static int shardSize(int examples, int most) {
    return Math.clamp(Math.ceilDiv(examples, SHARDS), MIN_SHARD, most);
  }
}
