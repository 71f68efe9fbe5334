package palmares.worker.evaluator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.contract.work.Work.Offer;
import palmares.scoring.evaluator.Evaluator;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.worker.embedding.Embeddings;

/// The evaluators found on the class path, by `id@version`.
public final class Evaluators {

  private final Map<String, Evaluator> byKey = new TreeMap<>();
  private final List<Offer> offers = new ArrayList<>();

  private Evaluators() {}

  /// Every metric and judge of pairs, and every reward model over the given embeddings.
  ///
  /// @throws IllegalStateException if two claim the same `id@version`
  public static Evaluators found(Embeddings embeddings) {
    var evaluators = new Evaluators();
    for (var metric : ServiceLoader.load(Metric.class)) {
      evaluators.add(metric, offer(metric));
    }
    for (var judge : ServiceLoader.load(PairwiseJudge.class)) {
      var kind = "pairwise-judge";
      evaluators.add(
          judge, new Offer(judge.id(), judge.version(), kind, null, null, judge.summary(), null));
    }
    for (var factory : ServiceLoader.load(RewardModelFactory.class)) {
      var model = factory.over(embeddings);
      var kind = "reward-model";
      evaluators.add(
          model, new Offer(model.id(), model.version(), kind, null, null, factory.summary(), null));
    }
    return evaluators;
  }

  private static Offer offer(Metric metric) {
    return new Offer(
        metric.id(),
        metric.version(),
        "metric",
        metric.floor(),
        metric.ceiling(),
        metric.summary(),
        null);
  }

  private void add(Evaluator evaluator, Offer offer) {
    var other = byKey.put(evaluator.key(), evaluator);
    if (other != null) {
      throw new IllegalStateException(
          evaluator.key() + " is both " + other.getClass() + " and " + evaluator.getClass());
    }
    offers.add(offer);
  }

  public @Nullable Evaluator named(String key) {
    return byKey.get(key);
  }

  public List<Offer> offers() {
    return List.copyOf(offers);
  }
}
