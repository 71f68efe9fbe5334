package palmares.web.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// A native table whose columns are said once: each with its heading and the classes of its cells.
public final class PlainTable extends NativeTable {

  /// @param classes such as `number` or `wide`
  public record Column(String heading, List<String> classes) {

    public Column {
      classes = List.copyOf(classes);
    }

    public static Column of(String heading, String... classes) {
      return new Column(heading, List.of(classes));
    }
  }

  private final List<Column> columns;

  public PlainTable(Column... columns) {
    this.columns = List.of(columns);
    addClassName("plain-table");
    var headings = new NativeTableRow();
    this.columns.forEach(column -> headings.add(heading(column)));
    getHead().add(headings);
  }

  /// Adds a line with a cell for each column.
  public NativeTableRow line(Component... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "a line has " + columns.size() + " cells, not " + cells.length);
    }
    var line = new NativeTableRow();
    for (int i = 0; i < cells.length; i++) {
      var cell = new NativeTableCell(cells[i]);
      cell.addClassNames(columns.get(i).classes().toArray(String[]::new));
      line.add(cell);
    }
    getBody().add(line);
    return line;
  }

  private static NativeTableHeaderCell heading(Column column) {
    var heading = new NativeTableHeaderCell();
    heading.addClassNames(column.classes().toArray(String[]::new));
    heading.getElement().setAttribute("scope", "col");
    heading.add(new Span(column.heading()));
    return heading;
  }
}
