package palmares.web.leaderboard;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JavaScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The rows of a board: ranked ones by rank range, then the unranked with what they could be. The
/// browser makes the table from what this says of each cell; the server keeps none of it.
@Tag("palmares-board")
@JavaScript("context://palmares/board.js")
final class BoardTable extends Component {

  private static final String PICKED = "event.detail.picked";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Runnable drawing = () -> {};

  /// @param picked submissions of the rows that a reader has picked to compare; null where rows
  ///   cannot be compared
  void show(Board board, List<Row> rows, List<BoardColumn> columns, @Nullable List<String> picked) {
    drawing =
        () -> {
          var sheet = sheet(board, rows, columns);
          sheet.put("compared", picked != null);
          var chosen = sheet.putArray("picked");
          if (picked != null) {
            picked.forEach(chosen::add);
          }
          getElement().executeJs("this.show($0)", sheet);
        };
    if (isAttached()) {
      drawing.run();
    }
  }

  // Also when the browser is told all of the page once more because it has missed something.
  @Override
  protected void onAttach(AttachEvent event) {
    drawing.run();
  }

  /// Tells of the submissions of the rows that a reader has picked, at most two.
  void onPicked(Consumer<List<String>> picked) {
    getElement()
        .addEventListener(
            "picked",
            event -> {
              var submissions = new ArrayList<String>();
              event.getEventData().path(PICKED).forEach(each -> submissions.add(each.asString("")));
              picked.accept(submissions);
            })
        .addEventData(PICKED);
  }

  /// All that the browser is told.
  static ObjectNode sheet(Board board, List<Row> rows, List<BoardColumn> columns) {
    var words = RowWords.of(board);
    var figures = words.figures();
    var sheet = JSON.objectNode();
    sheet.put("subject", subject(board));
    sheet.put("score", "Score");
    sheet.put(
        "axis", words.level().isEmpty() ? "Score" : "Score and " + words.level() + " interval");
    if (figures.low() < 0 && figures.high() > 0) {
      sheet.put("zero", round(figures.place(0)));
    } else {
      sheet.putNull("zero");
    }
    var ticks = sheet.putArray("ticks");
    figures
        .ticks()
        .forEach(tick ->
            ticks
                .addObject()
                .put("at", round(figures.place(tick)))
                .put("text", figures.tick(tick)));
    var heads = sheet.putArray("columns");
    columns.forEach(
        column -> heads.addObject().put("text", column.label()).put("title", column.meaning()));
    var ties = TieGroups.of(board);
    var lines = sheet.putArray("rows");
    rows.forEach(row -> {
      var line = line(row, words, columns);
      ties.mark(line, row);
      lines.add(line);
    });
    return sheet;
  }

  private static ObjectNode line(Row row, RowWords words, List<BoardColumn> columns) {
    var figures = words.figures();
    var line = JSON.objectNode();
    line.put("subject", row.subject());
    line.put("system", row.system());
    line.put("submission", row.submission());
    line.put("rank", RowWords.rank(row));
    line.put("ranked", row.value() != null);
    line.put("leading", row.rankLow() != null && row.rankLow() == 1);
    line.put("score", words.score(row));
    line.put("words", words.drawn(row));
    if (row.value() == null) {
      line.putNull("dot");
    } else {
      line.put("dot", round(figures.place(row.value())));
    }
    span(line, "bar", row.low(), row.high(), figures);
    span(line, "bounds", row.boundLow(), row.boundHigh(), figures);
    var tags = line.putArray("tags");
    if (row.baseline()) {
      tags.add("baseline");
    }
    var below = line.putArray("below");
    if (row.reason() != null) {
      String shown = row.boundLow() == null ? "" : "; shown is what it could be";
      below.addObject().put("text", "unranked: " + row.reason() + shown).put("look", true);
    }
    String who = Stream.of(row.kind(), row.team()).filter(Objects::nonNull).collect(joining(" · "));
    if (!who.isEmpty()) {
      below.addObject().put("text", who);
    }
    row.labels()
        .forEach((label, said) ->
            // What a row's own responses show that its rating does not.
            below.addObject().put("text", labelled(label, said)).put("look", label.equals("flag")));
    var cells = line.putArray("cells");
    columns.forEach(column ->
        cells.addObject().put("text", column.text(row)).put("look", column.isNotable(row)));
    return line;
  }

  private static String labelled(String label, String said) {
    return label.equals("interval") && said.equals("constant")
        ? "no interval: every repeat gives the same"
        : label + ": " + said;
  }

  private static void span(
      ObjectNode line, String name, @Nullable Double low, @Nullable Double high, Figures figures) {
    if (low != null && high != null) {
      double left = figures.place(low);
      line.putArray(name).add(round(left)).add(round(figures.place(high) - left));
    }
  }

  private static String subject(Board board) {
    return board.rows().isEmpty()
        ? "System"
        : switch (board.rows().getFirst().subjectKind()) {
          case "evaluator" -> "Evaluator";
          case "rater" -> "Rater";
          default -> "System";
        };
  }

  private static double round(double percent) {
    return Math.round(percent * 100) / 100.0;
  }
}
