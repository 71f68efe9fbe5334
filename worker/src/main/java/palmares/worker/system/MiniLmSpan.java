package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import palmares.scoring.example.Example;
import palmares.worker.embedding.Embeddings;

/// Gives a few words: in the sentence closest to the question, the span whose embedding is closest
/// to the question's among those that repeat no content word of it. The sentence itself if there is
/// none.
@AutoService(BuiltInSystem.class)
public final class MiniLmSpan implements BuiltInSystem {

  @Override
  public String id() {
    return "minilm-span";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the few words closest in meaning to the question that repeat none of it";
  }

  @Override
  public List<String> respond(
      List<Example> examples, SystemSettings settings, Embeddings embeddings) {
    var passages = examples.stream().map(Passage::of).toList();
    var candidates = new ArrayList<List<String>>();
    for (var similarity : Similarity.ofSentences(passages, embeddings)) {
      candidates.add(spans(similarity.best(), similarity.passage()));
    }
    return Similarity.of(passages, candidates, embeddings).stream().map(Similarity::best).toList();
  }

  private static List<String> spans(String sentence, Passage passage) {
    var spans = Span.of(sentence, passage.questionWords());
    return spans.isEmpty() ? List.of(sentence) : spans.stream().map(Span::text).toList();
  }
}
