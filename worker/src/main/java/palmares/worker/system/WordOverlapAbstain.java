package palmares.worker.system;

import com.google.auto.service.AutoService;

/// Answers as word-overlap does where the sentence has at least the share `threshold` (0.6) of the
/// question's content words, and says nothing otherwise: it skips what is hard.
@AutoService(BuiltInSystem.class)
public final class WordOverlapAbstain implements PassageSystem {

  private static final double DEFAULT_THRESHOLD = 0.6;

  @Override
  public String id() {
    return "word-overlap-abstain";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "like word-overlap, and silent where the question shares too few words; setting: threshold";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    double threshold = settings.fraction("threshold", DEFAULT_THRESHOLD);
    var sentence = passage.mostShared();
    return passage.shared(sentence) < threshold * passage.questionWords().size() ? "" : sentence;
  }
}
