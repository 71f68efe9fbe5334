package palmares.web.benchmark;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.dataview.ComboBoxListDataView;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.web.page.Later;

/// Names what is to be left out: chosen among what was found under what is typed, or typed in full.
final class SubjectField extends Composite<ComboBox<SubjectField.Subject>> {

  private static final int QUIET_MILLIS = 300;

  private final Finder finder;
  private final ComboBox<Subject> box = new ComboBox<>();
  private ComboBoxListDataView<Subject> found = nothing();
  private LeftOutKind kind = LeftOutKind.SUBMISSION;

  /// @param key that the API knows it by
  /// @param words what is told of it to choose by
  record Subject(String key, String words) {}

  /// Finds some of a kind by a part of their words; asked outside of the page's lock.
  @FunctionalInterface
  interface Finder {
    List<Subject> find(LeftOutKind kind, String typed);
  }

  SubjectField(Finder finder) {
    this.finder = finder;
    box.setItemLabelGenerator(Subject::words);
    box.setAllowCustomValue(true);
    box.addCustomValueSetListener(typed -> set(new Subject(typed.getDetail(), typed.getDetail())));
    // The field itself looks only among what it has.
    box.getElement()
        .addEventListener(
            "filter-changed",
            typed -> find(typed.getEventData().path("event.detail.value").asString("")))
        .addEventData("event.detail.value")
        .debounce(QUIET_MILLIS);
    addAttachListener(attached -> find(""));
  }

  @Override
  protected ComboBox<Subject> initContent() {
    return box;
  }

  /// Asks for something of a kind.
  void ask(LeftOutKind asked) {
    kind = asked;
    found = nothing();
    box.clear();
    box.setLabel(asked.words());
    box.setHelperText(asked.advice());
    find("");
  }

  @Nullable Subject chosen() {
    return box.getValue();
  }

  void set(@Nullable Subject subject) {
    box.setValue(subject);
  }

  private ComboBoxListDataView<Subject> nothing() {
    return box.setItems(new ArrayList<>());
  }

  private void find(String typed) {
    var asked = kind;
    getUI()
        .ifPresent(
            ui -> Later.ask(ui, () -> finder.find(asked, typed), more -> offer(asked, more)));
  }

  private void offer(LeftOutKind asked, List<Subject> more) {
    if (asked == kind) {
      var unknown = more.stream().filter(each -> !found.contains(each)).toList();
      if (!unknown.isEmpty()) {
        found.addItems(unknown);
      }
    }
  }
}
