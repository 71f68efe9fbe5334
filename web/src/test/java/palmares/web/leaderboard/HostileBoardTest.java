package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.WinRates;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;

/// Invariant 26 for what leaves a leaderboard: read back by a real reader of each form.
final class HostileBoardTest {

  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  @Test
  void markdownStaysOneTableOfTexts() {
    new Sink("Markdown of a leaderboard")
        .survives(
            HostileText.all(),
            text -> {
              var parsed = MARKDOWN.parse(export(text.text()).markdown());

              var cells = new ArrayList<String>();
              var nodes = new ArrayList<String>();
              collect(parsed, cells, nodes);
              assertThat(nodes)
                  .isSubsetOf(
                      "Document",
                      "TableBlock",
                      "TableHead",
                      "TableBody",
                      "TableRow",
                      "TableCell",
                      "Text");
              assertThat(cells).hasSize(10);
              assertThat(cells.get(6)).isEqualTo(oneLine(text.text()));
              assertThat(HostileText.turns(String.join("", cells))).isFalse();
            });
  }

  @Test
  void latexStaysOneTableWithoutCommands() {
    var command =
        "\\\\(?!textbackslash\\{}|textasciitilde\\{}|textasciicircum\\{}|ldots\\{}|[&%$#_{}])";
    new Sink("LaTeX of a leaderboard")
        .survives(
            HostileText.all(),
            text -> {
              var lines = export(text.text()).latex().split("\n");

              assertThat(lines).hasSize(4);
              var row = lines[2].replaceFirst(" \\\\\\\\$", "");
              assertThat(row).doesNotContainPattern(command);
              assertThat(row.replaceAll("\\\\.", "")).doesNotContain("^", "~", "#", "%", "_");
              assertThat(row.replaceAll("\\\\&", "").chars().filter(c -> c == '&')).hasSize(4);
              assertThat(HostileText.turns(row)).isFalse();
            });
  }

  @Test
  void noSpreadsheetComputesAName() {
    new Sink("CSV of a leaderboard")
        .survives(
            HostileText.all(),
            text -> {
              var rows =
                  CsvReader.builder()
                      .allowExtraFields(false)
                      .ofCsvRecord(export(text.text()).csv())
                      .stream()
                      .toList();

              assertThat(rows).hasSize(2);
              assertThat(rows.getLast().getFieldCount()).isEqualTo(rows.getFirst().getFieldCount());
              assertThat(HostileText.isFormula(rows.getLast().getField(3))).isFalse();
              assertThat(HostileText.turns(rows.getLast().getField(3).replaceAll("[\t\r]", "")))
                  .isFalse();
            });
  }

  @Test
  void chartsGetThemAsData() {
    new Sink("options of charts")
        .survives(
            HostileText.all(),
            text -> {
              var board = Boards.of(Boards.ranked(text.text(), 1, 2, 18.1, -1.0, 37.0));
              var name = text.text();
              var rates = new WinRates("n", "m", List.of(name), List.of(List.of(0.5)));

              assertThat(ChartData.forest(board).data().at("/rows/0/name").asString())
                  .isEqualTo(name);
              assertThat(ChartData.heat(rates).data().at("/systems/0").asString()).isEqualTo(name);
              assertThat(
                      ChartData.frontier(board, BoardColumn.of(board).getFirst())
                          .data()
                          .at("/points/0/name")
                          .asString())
                  .isEqualTo(name);
            });
  }

  /// The same as it may stand in one line.
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ").strip();
  }

  private static void collect(Node parsed, List<String> cells, List<String> nodes) {
    parsed.accept(
        new AbstractVisitor() {
          @Override
          protected void visitChildren(Node parent) {
            nodes.add(parent.getClass().getSimpleName());
            super.visitChildren(parent);
          }

          @Override
          public void visit(Text text) {
            nodes.add("Text");
          }

          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableCell) {
              cells.add(words(node));
            }
            visitChildren(node);
          }
        });
  }

  private static String words(Node cell) {
    var words = new StringBuilder();
    for (var node = cell.getFirstChild(); node != null; node = node.getNext()) {
      words.append(node instanceof Text text ? text.getLiteral() : "<" + node + ">");
    }
    return words.toString();
  }

  private static BoardExport export(String name) {
    var board = Boards.of(Boards.ranked(name, 1, 2, 18.1, -1.0, 37.0, Map.of("answered", 60.0)));
    return new BoardExport(board, List.copyOf(board.rows()), BoardColumn.of(board));
  }
}
