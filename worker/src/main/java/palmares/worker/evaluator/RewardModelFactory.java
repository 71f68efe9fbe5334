package palmares.worker.evaluator;

import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.Embeddings;

/// Makes a reward model over what this worker has loaded. Implementations are final classes with a
/// public constructor without arguments, found by `@AutoService(RewardModelFactory.class)`.
public interface RewardModelFactory {

  /// What the model rewards, in a few words.
  String summary();

  /// Cheap: nothing is loaded before the first reward is asked for.
  RewardModel over(Embeddings embeddings);
}
