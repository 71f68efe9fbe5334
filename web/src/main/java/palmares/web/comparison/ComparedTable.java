package palmares.web.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import palmares.contract.comparison.ComparedExample;
import palmares.contract.comparison.ComparedExample.Given;
import palmares.web.page.LeftOutTag;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// Examples with what both sides gave, the open one marked. Texts of others are shown as they are,
/// never as markup.
final class ComparedTable extends Div {

  private final String evaluator;
  private final Consumer<String> open;
  private final PlainTable table;
  private final Map<String, NativeTableRow> rows = new HashMap<>();

  /// @param open gets the name of the example that a reader picks
  ComparedTable(SideNames names, String evaluator, Consumer<String> open) {
    this.evaluator = evaluator;
    this.open = open;
    table =
        new PlainTable(
            Column.of("Example"),
            Column.of(names.left(), "wide", "foreign", "response"),
            Column.of(names.right(), "wide", "foreign", "response"),
            Column.of("Scores", "number"),
            Column.of("Difference", "number"));
    table.addClassName("examples");
    add(new TableFrame("Examples with both responses", table));
  }

  void add(List<ComparedExample> examples) {
    for (var example : examples) {
      var opener = new NativeButton(example.example(), clicked -> open.accept(example.example()));
      opener.addClassNames("opener", "foreign");
      var name = new Div(opener);
      if (!example.tags().isEmpty()) {
        name.add(small(String.join(", ", example.tags()), "soft"));
      }
      if (example.leftOut() != null) {
        name.add(new LeftOutTag(example.leftOut()));
      }
      var row =
          table.line(
              name,
              excerpt(example.left()),
              excerpt(example.right()),
              new Div(
                  SideBySide.score(example.left(), evaluator),
                  new Span(" : "),
                  SideBySide.score(example.right(), evaluator)),
              difference(example));
      rows.put(example.example(), row);
    }
  }

  /// Marks the row of an example, if it is here, and no other.
  void mark(String example) {
    rows.forEach((name, row) -> {
      row.setClassName("here", name.equals(example));
      if (name.equals(example)) {
        row.getElement().setAttribute("aria-current", "true");
      } else {
        row.getElement().removeAttribute("aria-current");
      }
    });
  }

  private static Component difference(ComparedExample example) {
    var difference = example.difference();
    return difference == null ? small("gap", "gap") : new Span(ComparisonWords.signed(difference));
  }

  private static Component excerpt(Given given) {
    var response = given.response();
    if (response == null) {
      return small("no response", "gap");
    }
    var isCut =
        given.chars() != null && given.chars() > response.codePointCount(0, response.length());
    return Words.foreign(response + (isCut ? " …" : ""), "excerpt");
  }

  private static Component small(String words, String name) {
    var small = new Div(words);
    small.addClassNames("small", "foreign", name);
    return small;
  }
}
