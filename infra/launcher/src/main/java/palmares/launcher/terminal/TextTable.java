package palmares.launcher.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows under headings, in columns as wide as they need to be.
public final class TextTable {

  /// On which side of its column a text stands: words left, numbers right.
  public enum Side {
    LEFT,
    RIGHT
  }

  /// @param most columns of the terminal that it may take; longer texts are cut
  public record Column(String heading, Side side, int most) {

    public static Column words(String heading) {
      return new Column(heading, Side.LEFT, 40);
    }

    public static Column words(String heading, int most) {
      return new Column(heading, Side.LEFT, most);
    }

    public static Column numbers(String heading) {
      return new Column(heading, Side.RIGHT, 24);
    }
  }

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  public TextTable(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  public static TextTable of(Column... columns) {
    return new TextTable(List.of(columns));
  }

  public TextTable row(String... cells) {
    return row(List.of(cells));
  }

  public TextTable row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row of " + columns.size() + " cells was expected, but it has " + cells.size());
    }
    rows.add(
        IntStream.range(0, cells.size())
            .mapToObj(i -> SafeText.oneLine(cells.get(i), columns.get(i).most()))
            .toList());
    return this;
  }

  /// With a line break after each row.
  @Override
  public String toString() {
    var all = new ArrayList<List<String>>();
    all.add(columns.stream().map(Column::heading).toList());
    all.addAll(rows);
    var widths = IntStream.range(0, columns.size()).map(i -> widest(all, i)).toArray();
    return all.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private String line(List<String> row, int[] widths) {
    var line = new StringBuilder();
    for (var i = 0; i < row.size(); i++) {
      var gap = " ".repeat(widths[i] - SafeText.width(row.get(i)));
      line.append(i == 0 ? "" : "  ")
          .append(columns.get(i).side() == Side.LEFT ? row.get(i) + gap : gap + row.get(i));
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static int widest(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> SafeText.width(row.get(column))).max().orElse(0);
  }
}
