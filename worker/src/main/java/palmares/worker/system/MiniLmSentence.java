package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.List;
import palmares.scoring.example.Example;
import palmares.worker.embedding.Embeddings;

/// Gives the sentence whose embedding is closest to the question's.
@AutoService(BuiltInSystem.class)
public final class MiniLmSentence implements BuiltInSystem {

  @Override
  public String id() {
    return "minilm-sentence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the sentence closest in meaning to the question, by all-MiniLM-L6-v2";
  }

  @Override
  public List<String> respond(
      List<Example> examples, SystemSettings settings, Embeddings embeddings) {
    var passages = examples.stream().map(Passage::of).toList();
    return Similarity.ofSentences(passages, embeddings).stream().map(Similarity::best).toList();
  }
}
