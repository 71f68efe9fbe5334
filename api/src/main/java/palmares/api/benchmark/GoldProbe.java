package palmares.api.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import palmares.api.problem.Flaws;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;

/// Lets each metric of a benchmark score a response, so that gold which it cannot use is found when
/// it comes in.
final class GoldProbe {

  private static final Response PROBE = new Response("x");

  private final Map<String, Metric> metrics = new HashMap<>();

  GoldProbe() {
    ServiceLoader.load(Metric.class).forEach(metric -> metrics.put(metric.key(), metric));
  }

  /// Keys of the metrics that can be tried here.
  Set<String> metrics() {
    return metrics.keySet();
  }

  void check(List<String> evaluators, SourceExample example, int ordinal, int line, Flaws flaws) {
    for (var key : evaluators) {
      var metric = metrics.get(key);
      if (metric != null) {
        try {
          metric.score(example.example(ordinal), example.gold(), PROBE);
        } catch (IllegalArgumentException e) {
          flaws.add(line, null, "cannot be scored by %s: %s".formatted(key, e.getMessage()));
        }
      }
    }
  }
}
