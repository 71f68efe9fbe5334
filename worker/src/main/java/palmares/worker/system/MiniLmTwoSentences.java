package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.Collectors;
import palmares.scoring.example.Example;
import palmares.worker.embedding.Embeddings;

/// Gives the two sentences whose embeddings are closest to the question's, in the passage's order.
@AutoService(BuiltInSystem.class)
public final class MiniLmTwoSentences implements BuiltInSystem {

  @Override
  public String id() {
    return "minilm-two-sentences";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the two sentences closest in meaning to the question, in order";
  }

  @Override
  public List<String> respond(
      List<Example> examples, SystemSettings settings, Embeddings embeddings) {
    var passages = examples.stream().map(Passage::of).toList();
    return Similarity.ofSentences(passages, embeddings).stream()
        .map(MiniLmTwoSentences::two)
        .toList();
  }

  private static String two(Similarity similarity) {
    return Ranks.descending(similarity.scores()).stream()
        .limit(2)
        .sorted()
        .map(similarity.passage().sentences()::get)
        .collect(Collectors.joining(" "));
  }
}
