package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.web.client.SubmissionCalls.Which;

/// Which submissions are listed: by where they stand, by benchmark and by team.
final class SubmissionFilter extends Div {

  private static final Map<String, String> STATES =
      new TreeMap<>(
          Map.of(
              "active", "At work",
              "cancelled", "Cancelled",
              "complete", "Complete",
              "partial", "With gaps",
              "stopped", "Stopped",
              "withdrawn", "Withdrawn"));
  private static final String ALL = "All";

  private final Runnable changed;
  private final Div states = new Div();
  private final ComboBox<String> benchmark = new ComboBox<>("Benchmark");
  private final ComboBox<String> team = new ComboBox<>("Team");
  private @Nullable String state;

  SubmissionFilter(Runnable changed) {
    this.changed = changed;
    addClassName("filters");
    states.addClassName("tools");
    states.getElement().setAttribute("role", "group").setAttribute("aria-label", "State");
    Stream.of(benchmark, team)
        .forEach(box -> {
          box.setPlaceholder(ALL);
          box.setClearButtonVisible(true);
          box.addValueChangeListener(chosen -> changed.run());
        });
    add(states, benchmark, team);
    showStates();
  }

  void offer(List<BenchmarkSummary> benchmarks, List<String> teams) {
    benchmark.setItems(benchmarks.stream().map(BenchmarkSummary::name).toList());
    benchmark.setVisible(!benchmarks.isEmpty());
    team.setItems(teams);
    team.setVisible(teams.size() > 1);
  }

  Which value() {
    return new Which(benchmark.getValue(), team.getValue(), state);
  }

  boolean isEmpty() {
    return value().equals(Which.ALL);
  }

  /// Lists everything again.
  Component clear() {
    var button =
        new NativeButton(
            "Show all",
            clicked -> {
              benchmark.clear();
              team.clear();
              choose(null);
            });
    button.addClassName("button");
    return button;
  }

  private void choose(@Nullable String chosen) {
    state = chosen;
    showStates();
    changed.run();
  }

  private void showStates() {
    states.removeAll();
    states.add(chip(ALL, null));
    STATES.forEach((word, label) -> states.add(chip(label, word)));
  }

  private NativeButton chip(String label, @Nullable String word) {
    var button = new NativeButton(label, clicked -> choose(word));
    button.addClassName("chip-button");
    button
        .getElement()
        .setAttribute("aria-pressed", Boolean.toString(java.util.Objects.equals(word, state)));
    return button;
  }
}
