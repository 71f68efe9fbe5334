package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import palmares.contract.leaderboard.Board.Row;

/// The rows of a board: ranked ones by rank range, then the unranked with what they could be.
final class BoardTable extends NativeTable {

  private final Figures figures;

  BoardTable(List<Row> rows) {
    figures = Figures.of(rows);
    addClassName("board");
    getHead()
        .add(
            new NativeTableRow(
                header("Rank"),
                header("System"),
                header("Score with its interval", "wide"),
                header("Score", "number"),
                header("Answered", "number", "wide"),
                header("Length", "number", "wide")));
    rows.forEach(row -> getBody().add(row(row)));
  }

  private NativeTableRow row(Row row) {
    var line = new NativeTableRow();
    if (row.tieGroup() != null && row.rankLow() != null && row.rankLow() == 1) {
      line.addClassName("leading");
    }
    line.add(
        cell(text(rank(row)), "rank"),
        cell(subject(row), "subject"),
        cell(new IntervalBar(row, figures), "wide"),
        cell(text(score(row)), "number"),
        cell(text(answered(row)), "number", "wide"),
        cell(text(column(row, "chars")), "number", "wide"));
    return line;
  }

  private static Component subject(Row row) {
    var name = new Span(row.subject());
    name.addClassNames("name", "foreign");
    var cell = new Span(name);
    if (row.baseline()) {
      var tag = new Span("baseline");
      tag.addClassName("tag");
      cell.add(tag);
    }
    if (row.reason() != null) {
      cell.add(below("unranked: " + row.reason(), "gap"));
    } else {
      row.labels().forEach((label, words) -> cell.add(below(label + ": " + words, "soft")));
    }
    return cell;
  }

  private static Span below(String text, String name) {
    var below = text(text);
    below.addClassNames("below", "foreign", name);
    return below;
  }

  private static String rank(Row row) {
    if (row.rankLow() == null || row.rankHigh() == null) {
      return row.rank() == null ? "–" : row.rank().toString();
    }
    return row.rankLow().equals(row.rankHigh())
        ? row.rankLow().toString()
        : row.rankLow() + "–" + row.rankHigh();
  }

  private String score(Row row) {
    if (row.value() != null) {
      return figures.text(row.value());
    }
    return row.boundLow() == null
        ? "–"
        : figures.text(row.boundLow()) + " … " + figures.text(row.boundHigh());
  }

  private static String answered(Row row) {
    var answered = row.columns().get("answered");
    if (answered == null) {
      return "";
    }
    double missing = row.columns().getOrDefault("missing", 0.0);
    return whole(answered) + "/" + whole(answered + missing);
  }

  private static String column(Row row, String name) {
    var value = row.columns().get(name);
    return value == null ? "" : whole(value);
  }

  private static String whole(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static Span text(String text) {
    return new Span(text);
  }

  private static NativeTableCell cell(Component content, String... names) {
    var cell = new NativeTableCell(content);
    cell.addClassNames(names);
    return cell;
  }

  private static NativeTableHeaderCell header(String text, String... names) {
    var cell = new NativeTableHeaderCell(text);
    cell.addClassNames(names);
    cell.getElement().setAttribute("scope", "col");
    return cell;
  }
}
