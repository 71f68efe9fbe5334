package palmares.worker.system;

import com.google.auto.service.AutoService;

/// Repeats the question: close to it in meaning, and no answer.
@AutoService(BuiltInSystem.class)
public final class QuestionEcho implements PassageSystem {

  @Override
  public String id() {
    return "question-echo";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "repeats the question";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    return passage.question();
  }
}
