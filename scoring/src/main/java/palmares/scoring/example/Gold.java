package palmares.scoring.example;

import java.util.List;

/// What is expected of the response to one example. Kept apart from [Example] so that whoever
/// produces responses never holds it.
public record Gold(List<String> references, List<Check> checklist) {

  public static final Gold NONE = new Gold(List.of(), List.of());

  public Gold {
    references = List.copyOf(references);
    checklist = List.copyOf(checklist);
  }
}
