package palmares.api.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import palmares.api.problem.Flaws;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.evaluator.Response;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;

/// Lets each metric of a benchmark score a response, and each judge by rules compare two, so that
/// gold which it cannot use is found when it comes in.
final class GoldProbe {

  private static final Response PROBE = new Response("x");

  private final Map<String, Metric> metrics = new HashMap<>();
  private final Map<String, PairwiseJudge> judges = new HashMap<>();

  GoldProbe() {
    ServiceLoader.load(Metric.class).forEach(metric -> metrics.put(metric.key(), metric));
    ServiceLoader.load(PairwiseJudge.class).forEach(judge -> judges.put(judge.key(), judge));
  }

  /// Kinds of the evaluators that can be tried here, by key.
  Map<String, String> kinds() {
    var kinds = new HashMap<String, String>();
    metrics.keySet().forEach(key -> kinds.put(key, "metric"));
    judges.keySet().forEach(key -> kinds.put(key, SpecReader.PAIRWISE));
    return kinds;
  }

  void check(List<String> evaluators, SourceExample example, int ordinal, int line, Flaws flaws) {
    for (var key : evaluators) {
      try {
        evaluate(key, example.example(ordinal), example.gold());
      } catch (IllegalArgumentException e) {
        flaws.add(line, null, "cannot be scored by %s: %s".formatted(key, e.getMessage()));
      }
    }
  }

  private void evaluate(String key, Example example, Gold gold) {
    var metric = metrics.get(key);
    var judge = judges.get(key);
    if (metric != null) {
      metric.score(example, gold, PROBE);
    } else if (judge != null) {
      judge.prefer(example, gold, PROBE, PROBE);
    }
  }
}
