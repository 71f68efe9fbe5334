package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import palmares.contract.problem.Problem.Flaw;

/// Asks for all that `benchmark.yaml` says, and shows each flaw at the field that it is in.
final class SpecFields extends Div {

  private final TextField name = new TextField("Name");
  private final TextField version = new TextField("Version");
  private final TextField title = new TextField("Title");
  private final TextArea description = new TextArea("Description");
  private final CategoryRows categories;
  private final CheckboxGroup<String> evaluators = new CheckboxGroup<>("Evaluators");
  private final ComboBox<String> mainMetric = new ComboBox<>("Main metric");
  private final ComboBox<String> entryRule =
      choice("Entry rule", RuleWords::entryRule, "latest", "best", "chosen");
  private final ComboBox<String> gaps =
      choice("Gaps", RuleWords::gaps, "unranked", "worst", "bounds");
  private final ComboBox<String> visible =
      choice("Submitters see", RuleWords::visible, "nothing", "score", "reason", "gold");
  private final TextField quota = new TextField("Submissions of a team in a UTC day");
  private final TextField licence = new TextField("Licence");
  private final Map<String, HasValidationProperties> byName = new LinkedHashMap<>();

  /// @param known keys of evaluators
  /// @param changed runs when somebody changes a field
  SpecFields(List<String> known, Runnable changed) {
    addClassNames("fields", "spec-fields");
    categories = new CategoryRows(changed);
    version.setValue("1");
    name.setHelperText("Small letters, digits and dashes; the address of the benchmark");
    version.setHelperText("What is published never changes; a change is another version");
    quota.setHelperText("Empty for no limit");
    licence.setHelperText("Such as CC-BY-4.0; may be empty");
    evaluators.setItems(known);
    evaluators.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
    mainMetric.setHelperText("One of the evaluators; the first leaderboard ranks by it");
    evaluators.addValueChangeListener(change -> offerMain());
    visible.setValue("score");
    byName.put("name", name);
    byName.put("version", version);
    byName.put("title", title);
    byName.put("description", description);
    byName.put("evaluators", evaluators);
    byName.put("main_metric", mainMetric);
    byName.put("entry_rule", entryRule);
    byName.put("gaps", gaps);
    byName.put("visible", visible);
    byName.put("quota_per_day", quota);
    byName.put("licence", licence);
    byName.values().forEach(field -> watch(field, changed));
    add(name, version, title, description, categories, evaluators, mainMetric, entryRule, gaps);
    add(visible, quota, licence);
  }

  private static void watch(HasValidationProperties field, Runnable changed) {
    if (field instanceof HasValue<?, ?> value) {
      value.addValueChangeListener(change -> changed.run());
    }
  }

  private static ComboBox<String> choice(
      String label, UnaryOperator<String> words, String... values) {
    var box = new ComboBox<String>(label);
    box.setItems(values);
    box.setItemLabelGenerator(words::apply);
    box.setValue(values[0]);
    box.addClassName("wordy");
    return box;
  }

  private void offerMain() {
    var chosen = mainMetric.getValue();
    var all = evaluators.getValue().stream().sorted().toList();
    mainMetric.setItems(all);
    if (chosen != null && all.contains(chosen)) {
      mainMetric.setValue(chosen);
    } else if (!all.isEmpty()) {
      mainMetric.setValue(all.getFirst());
    }
  }

  SpecText value() {
    return new SpecText(
        name.getValue(),
        version.getValue(),
        title.getValue(),
        description.getValue(),
        categories.value(),
        evaluators.getValue().stream().sorted().toList(),
        Objects.requireNonNullElse(mainMetric.getValue(), ""),
        Objects.requireNonNullElse(entryRule.getValue(), ""),
        Objects.requireNonNullElse(gaps.getValue(), ""),
        Objects.requireNonNullElse(visible.getValue(), ""),
        quota.getValue(),
        licence.getValue());
  }

  /// Marks the fields that are wrong, and the others as right.
  void mark(List<Flaw> flaws) {
    byName.values().forEach(field -> field.setInvalid(false));
    categories.say("");
    for (var flaw : flaws) {
      var place = flaw.field() == null ? "" : flaw.field().split("[.\\[]", 2)[0];
      var field = byName.get(place);
      if (field != null) {
        field.setErrorMessage(flaw.message());
        field.setInvalid(true);
      } else if (place.equals("categories")) {
        categories.say(flaw.message());
      }
    }
    flaws.stream()
        .map(flaw -> byName.get(flaw.field() == null ? "" : flaw.field()))
        .filter(Component.class::isInstance)
        .findFirst()
        .map(Component.class::cast)
        .ifPresent(first -> first.scrollIntoView());
  }
}
