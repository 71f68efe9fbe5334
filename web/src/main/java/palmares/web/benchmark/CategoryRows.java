package palmares.web.benchmark;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;

/// The tags that count as categories, each with its weight, a row each.
final class CategoryRows extends Div {

  private final List<Row> rows = new ArrayList<>();
  private final Div list = new Div();
  private final Span wrong = new Span();
  private final Runnable changed;
  private int made;

  private record Row(TextField name, TextField weight, Div whole) {}

  /// @param changed runs when somebody adds, changes or removes one
  CategoryRows(Runnable changed) {
    this.changed = changed;
    addClassName("categories-field");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "Categories");
    var label = new Span("Categories: tags that count, with their weights. None means all alike.");
    label.addClassName("label");
    wrong.addClassName("gap");
    wrong.getElement().setAttribute("role", "alert");
    var more = new NativeButton("Add a category", clicked -> add().name().focus());
    more.addClassName("button");
    add(label, list, wrong, more);
  }

  /// As typed; rows without a name are none.
  List<SpecText.Category> value() {
    return rows.stream()
        .filter(row -> !row.name().isEmpty())
        .map(row -> new SpecText.Category(row.name().getValue(), row.weight().getValue()))
        .toList();
  }

  /// Puts these in the place of those there are.
  void show(List<SpecText.Category> categories) {
    rows.clear();
    list.removeAll();
    for (var each : categories) {
      var row = add();
      row.name().setValue(each.name());
      row.weight().setValue(each.weight());
    }
  }

  /// Says what is wrong with them; nothing where the words are empty.
  void say(String words) {
    wrong.setText(words);
  }

  private Row add() {
    int number = ++made;
    var name = new TextField("Category " + number);
    var weight = new TextField("Weight " + number);
    weight.setValue("1.0");
    weight.addClassName("weight");
    name.addValueChangeListener(typed -> changed.run());
    weight.addValueChangeListener(typed -> changed.run());
    var whole = new Div(name, weight);
    whole.addClassName("dates");
    var row = new Row(name, weight, whole);
    var remove =
        new NativeButton(
            "Remove",
            clicked -> {
              rows.remove(row);
              list.remove(whole);
              changed.run();
            });
    remove.addClassName("button");
    remove.setAriaLabel("Remove category " + number);
    whole.add(remove);
    rows.add(row);
    list.add(whole);
    changed.run();
    return row;
  }
}
