package palmares.worker.system;

import com.google.auto.service.AutoService;

/// Gives the sentence with the most content words of the question; the first of equal ones.
@AutoService(BuiltInSystem.class)
public final class WordOverlap implements PassageSystem {

  @Override
  public String id() {
    return "word-overlap";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the sentence that shares most content words with the question";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    return passage.mostShared();
  }
}
