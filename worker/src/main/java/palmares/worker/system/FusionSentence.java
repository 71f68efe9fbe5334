package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.List;
import java.util.stream.IntStream;
import palmares.scoring.example.Example;
import palmares.worker.embedding.Embeddings;

/// Fuses the ranks that BM25 and the embeddings give the sentences: the sum of 1 / (60 + rank) in
/// both (Cormack, Clarke and Büttcher, SIGIR 2009).
@AutoService(BuiltInSystem.class)
public final class FusionSentence implements BuiltInSystem {

  private static final int SMOOTHING = 60;

  @Override
  public String id() {
    return "fusion-sentence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the best sentence by reciprocal rank fusion of BM25 and all-MiniLM-L6-v2";
  }

  @Override
  public List<String> respond(
      List<Example> examples, SystemSettings settings, Embeddings embeddings) {
    var passages = examples.stream().map(Passage::of).toList();
    return Similarity.ofSentences(passages, embeddings).stream()
        .map(FusionSentence::fused)
        .toList();
  }

  private static String fused(Similarity similarity) {
    var passage = similarity.passage();
    var words = Ranks.of(Bm25.scores(passage));
    var meaning = Ranks.of(similarity.scores());
    return passage.best(
        IntStream.range(0, words.length)
            .mapToDouble(i -> 1.0 / (SMOOTHING + words[i]) + 1.0 / (SMOOTHING + meaning[i])));
  }
}
