package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import palmares.contract.submission.EvaluatedExample;
import palmares.web.page.LeftOutTag;
import palmares.web.page.Scores;

/// Rows of examples. A row opens below itself, with all there is to know of it.
final class ExamplesTable extends NativeTable {

  private final List<String> evaluators;
  private final ExampleDetail detail;

  /// @param byWorst gets the evaluator whose heading was pressed
  ExamplesTable(
      List<EvaluatedExample> examples,
      List<String> evaluators,
      ExampleDetail detail,
      Consumer<String> byWorst) {
    this.evaluators = evaluators;
    this.detail = detail;
    addClassName("examples");
    var head = new NativeTableRow(new NativeTableHeaderCell("Example"));
    var response = new NativeTableHeaderCell("Response");
    response.addClassName("wide");
    head.add(response);
    evaluators.forEach(evaluator -> head.add(heading(evaluator, byWorst)));
    getHead().add(head);
    examples.forEach(this::add);
  }

  private static NativeTableHeaderCell heading(String evaluator, Consumer<String> byWorst) {
    var sort = new NativeButton(evaluator, clicked -> byWorst.accept(evaluator));
    sort.addClassName("heading");
    sort.getElement()
        .setAttribute("title", "Worst first")
        .setAttribute("aria-label", evaluator + ": worst first");
    var heading = new NativeTableHeaderCell();
    heading.add(sort);
    heading.addClassName("number");
    return heading;
  }

  private void add(EvaluatedExample example) {
    var row = new NativeTableRow();
    var opener = new NativeButton(example.example(), clicked -> turn(row, example));
    opener.addClassNames("opener", "foreign");
    opener.getElement().setAttribute("aria-expanded", "false");
    var name = new NativeTableCell();
    name.add(opener);
    if (!example.tags().isEmpty()) {
      name.add(small(String.join(", ", example.tags()), "soft"));
    }
    if (example.leftOut() != null) {
      name.add(new LeftOutTag(example.leftOut()));
    }
    if (example.disagreement() != null) {
      name.add(small("apart by " + Scores.figure(example.disagreement()), "soft"));
    }
    var response = new NativeTableCell();
    response.addClassNames("wide", "response");
    response.add(response(example));
    row.add(name, response);
    for (var evaluator : evaluators) {
      row.add(value(example, evaluator));
    }
    getBody().add(row);
  }

  private static Component response(EvaluatedExample example) {
    if (example.response() == null) {
      return small("no response", "gap");
    }
    var isCut = example.chars() != null && example.chars() > EvaluatedExample.LONGEST_IN_LIST;
    var text = new Span(example.response() + (isCut ? " …" : ""));
    text.addClassNames("foreign", "excerpt");
    return text;
  }

  private static NativeTableCell value(EvaluatedExample example, String evaluator) {
    var cell = new NativeTableCell();
    cell.addClassName("number");
    example.evaluations().stream()
        .filter(each -> each.evaluator().equals(evaluator))
        .findFirst()
        .ifPresent(each -> cell.add(Scores.value(each)));
    return cell;
  }

  private void turn(NativeTableRow row, EvaluatedExample example) {
    var opener =
        row.getChildren().findFirst().orElseThrow().getChildren().findFirst().orElseThrow();
    var isOpen = "true".equals(opener.getElement().getAttribute("aria-expanded"));
    opener.getElement().setAttribute("aria-expanded", Boolean.toString(!isOpen));
    if (isOpen) {
      getBody().remove(getBody().getChildren().skip(indexOf(row) + 1L).findFirst().orElseThrow());
      return;
    }
    var cell = new NativeTableCell();
    cell.setColspan(evaluators.size() + 2);
    cell.add(detail.of(example.example()));
    var below = new NativeTableRow(cell);
    below.addClassName("opened");
    getBody().addComponentAtIndex((int) indexOf(row) + 1, below);
  }

  private long indexOf(NativeTableRow row) {
    return getBody().getChildren().takeWhile(each -> each != row).count();
  }

  private static Component small(String words, String name) {
    var small = new Div(words);
    small.addClassNames("small", "foreign", name);
    return small;
  }
}
