package palmares.worker.job;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.work.Work.Claim;
import palmares.contract.work.Work.Offer;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.Embeddings;
import palmares.worker.evaluator.Evaluators;
import palmares.worker.system.BuiltInSystems;

/// What a worker can do, and the stage that does it.
public record Offerings(Evaluators evaluators, BuiltInSystems systems, Embeddings embeddings) {

  /// All that is found on the class path.
  public static Offerings found(Embeddings embeddings) {
    return new Offerings(Evaluators.found(embeddings), BuiltInSystems.found(), embeddings);
  }

  public List<Offer> offers() {
    return Stream.of(evaluators.offers(), systems.offers()).flatMap(List::stream).toList();
  }

  /// Absent if this worker has nothing for the claim.
  @Nullable Stage stage(Claim claim) {
    var offer = claim.offer();
    return switch (claim.stage()) {
      case "generate" -> {
        var system = systems.named(offer);
        yield system == null ? null : new Generation(system, embeddings);
      }
      case "score" ->
          evaluators.named(offer) instanceof Metric found ? new Evaluation(found) : null;
      case "pair" ->
          evaluators.named(offer) instanceof PairwiseJudge found ? new Judgment(found) : null;
      case "reward" ->
          evaluators.named(offer) instanceof RewardModel found ? new Evaluation(found) : null;
      default -> null;
    };
  }
}
