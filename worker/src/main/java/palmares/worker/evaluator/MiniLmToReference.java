package palmares.worker.evaluator;

import com.google.auto.service.AutoService;
import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.Embeddings;

/// Closeness to the nearest reference, by all-MiniLM-L6-v2; texts are cut at 256 tokens.
@AutoService(RewardModelFactory.class)
public final class MiniLmToReference implements RewardModelFactory {

  @Override
  public String summary() {
    return "closeness in meaning to the nearest reference, by all-MiniLM-L6-v2";
  }

  @Override
  public RewardModel over(Embeddings embeddings) {
    return new SimilarityReward(
        "minilm-to-reference", 1, embeddings, item -> item.gold().references());
  }
}
