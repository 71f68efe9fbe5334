package palmares.worker.system;

import com.google.auto.service.AutoService;

/// Gives the sentence with the most characters; the first of equally long ones.
@AutoService(BuiltInSystem.class)
public final class LongestSentence implements PassageSystem {

  @Override
  public String id() {
    return "longest-sentence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the longest sentence of the passage";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    return passage.best(
        passage.sentences().stream().mapToDouble(text -> text.codePointCount(0, text.length())));
  }
}
