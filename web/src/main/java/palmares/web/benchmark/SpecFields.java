package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem.Flaw;
import palmares.web.page.Place;

/// Asks for all that `benchmark.yaml` says, and shows each flaw at the field that it is in.
final class SpecFields extends Div {

  private static final String CATEGORIES = "categories";

  private final List<String> known;
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
    this.known = List.copyOf(known);
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

  /// Fills the fields in.
  void show(SpecText spec) {
    name.setValue(spec.name());
    version.setValue(spec.version());
    title.setValue(spec.title());
    description.setValue(spec.description());
    categories.show(spec.categories());
    evaluators.setItems(
        Stream.concat(known.stream(), spec.evaluators().stream()).distinct().toList());
    evaluators.setValue(Set.copyOf(spec.evaluators()));
    mainMetric.setValue(spec.mainMetric().isEmpty() ? null : spec.mainMetric());
    entryRule.setValue(spec.entryRule());
    gaps.setValue(spec.gaps());
    visible.setValue(spec.visible());
    quota.setValue(spec.quotaPerDay());
    licence.setValue(spec.licence());
  }

  /// Marks the fields that are wrong, and the others as right; the first that is wrong gets the
  /// cursor.
  void mark(List<Flaw> flaws) {
    byName.values().forEach(field -> field.setInvalid(false));
    categories.say("");
    flaws.stream().collect(Collectors.groupingBy(SpecFields::name)).forEach(this::mark);
    flaws.stream()
        .map(this::place)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(Place.Field::show);
  }

  private void mark(String place, List<Flaw> flaws) {
    var words = flaws.stream().map(Flaw::message).collect(Collectors.joining("; "));
    var field = byName.get(place);
    if (field != null) {
      field.setErrorMessage(words);
      field.setInvalid(true);
    } else if (place.equals(CATEGORIES)) {
      categories.say(words);
    }
  }

  /// The field that a flaw of the file is in; null where there is none for it.
  Place.@Nullable Field place(Flaw flaw) {
    var name = name(flaw);
    if (name.equals(CATEGORIES)) {
      return new Place.Field("Categories", categories);
    }
    return byName.get(name) instanceof Component field && field instanceof HasLabel labelled
        ? new Place.Field(labelled.getLabel(), field)
        : null;
  }

  /// `evaluators[2]` is in `evaluators`.
  private static String name(Flaw flaw) {
    return flaw.field() == null ? "" : flaw.field().split("[.\\[]", 2)[0];
  }
}
