package palmares.worker.system;

import com.google.auto.service.AutoService;

/// Copies the whole passage: sure to hold the answer, and never to be one.
@AutoService(BuiltInSystem.class)
public final class WholePassage implements PassageSystem {

  @Override
  public String id() {
    return "whole-passage";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String summary() {
    return "copies the whole passage";
  }

  @Override
  public String respond(Passage passage, SystemSettings settings) {
    return passage.text();
  }
}
