package palmares.web.identity;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.List;
import java.util.Map;

/// What one can be told of, to be chosen from.
final class EventBoxes extends CheckboxGroup<String> {

  private static final Map<String, String> WORDS =
      Map.of(
          "run-ended", "a run is complete or was cancelled",
          "run-failed", "a run failed in part, or its budget is spent",
          "board-changed", "a leaderboard has changed",
          "test", "a test");

  EventBoxes(String label) {
    super(label);
    setItems("run-ended", "run-failed", "board-changed");
    setItemLabelGenerator(EventBoxes::words);
    getElement().setAttribute("theme", "vertical");
  }

  static String words(String event) {
    return WORDS.getOrDefault(event, event);
  }

  List<String> chosen() {
    return getValue().stream().sorted().toList();
  }
}
