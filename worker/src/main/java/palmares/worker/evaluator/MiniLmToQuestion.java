package palmares.worker.evaluator;

import com.google.auto.service.AutoService;
import java.util.List;
import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.Embeddings;

/// Closeness to the question, which is the last text of the last message, by all-MiniLM-L6-v2;
/// texts are cut at 256 tokens. It needs no reference, and so rewards echoing the question.
@AutoService(RewardModelFactory.class)
public final class MiniLmToQuestion implements RewardModelFactory {

  @Override
  public String summary() {
    return "closeness in meaning to the question, by all-MiniLM-L6-v2; needs no reference";
  }

  @Override
  public RewardModel over(Embeddings embeddings) {
    return new SimilarityReward(
        "minilm-to-question", 1, embeddings, item -> lastOf(item.example().lastTexts()));
  }

  private static List<String> lastOf(List<String> texts) {
    return texts.isEmpty() ? texts : List.of(texts.getLast());
  }
}
