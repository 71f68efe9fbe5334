package palmares.worker.system;

import com.google.auto.service.AutoService;

/// Gives the first sentence, as news summaries are judged against.
@AutoService(BuiltInSystem.class)
public final class LeadSentence implements PassageSystem {

  @Override
  public String id() {
    return "lead-sentence";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "the first sentence of the passage";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    return passage.sentences().getFirst();
  }
}
