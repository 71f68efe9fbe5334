package palmares.worker.system;

import com.google.auto.service.AutoService;
import java.util.stream.DoubleStream;

/// Gives the sentence that Lucene's BM25 ranks first for the question; the first sentence if none
/// shares a word with it.
@AutoService(BuiltInSystem.class)
public final class Bm25Sentence implements PassageSystem {

  @Override
  public String id() {
    return "bm25-sentence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the sentence that BM25 ranks first for the question";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    return passage.best(DoubleStream.of(Bm25.scores(passage)));
  }
}
