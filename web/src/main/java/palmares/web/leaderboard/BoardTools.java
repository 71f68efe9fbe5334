package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.web.client.ContractJson;
import palmares.web.page.Clipboard;
import palmares.web.page.Dropdown;
import palmares.web.page.Links;

/// What a reader can do with the rows of a board: choose among them, choose columns, take them
/// elsewhere.
final class BoardTools extends Div {

  static final String COMPARE = "compare";
  private static final int SEARCHED_FROM = 8;

  private final Board board;
  private final Runnable changed;
  private final List<BoardColumn> all;
  private final Set<BoardColumn> chosen = new HashSet<>();
  private final Span said = new Span();
  private final Anchor comparison = Links.button(COMPARE, "Compare the two");
  private BoardFilter filter = BoardFilter.NONE;

  /// @param changed after the reader has chosen other rows or columns
  BoardTools(Board board, Runnable changed) {
    this.board = board;
    this.changed = changed;
    this.all = BoardColumn.of(board);
    all.stream().filter(BoardColumn::shown).forEach(chosen::add);
    addClassName("tools");
    said.addClassNames("soft", "note");
    said.getElement().setAttribute("role", "status");
    if (board.rows().size() > SEARCHED_FROM) {
      add(search());
    }
    choice("Team", BoardFilter.teams(board), team -> filter = filter.withTeam(team));
    choice("Kind", BoardFilter.kinds(board), kind -> filter = filter.withKind(kind));
    if (BoardFilter.hasDates(board)) {
      add(new DateChoice((from, before) -> apply(() -> filter = filter.withDates(from, before))));
    }
    comparison.setVisible(false);
    var right = new Div(said, comparison);
    right.addClassNames("buttons", "push");
    if (!all.isEmpty()) {
      right.add(columnMenu());
    }
    right.add(exportMenu());
    add(right);
  }

  List<Row> rows() {
    return filter.of(board);
  }

  List<BoardColumn> columns() {
    return all.stream().filter(chosen::contains).toList();
  }

  /// Offers to compare two submissions; nothing is offered as long as one of them is empty.
  void compare(String left, String right) {
    comparison.setVisible(!left.isEmpty() && !right.isEmpty());
    comparison.setHref(COMPARE + "?left=" + encoded(left) + "&right=" + encoded(right));
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  private Component search() {
    var search = new TextField();
    search.setPlaceholder("Find by name");
    search.setAriaLabel("Find by name");
    search.setClearButtonVisible(true);
    search.setValueChangeMode(ValueChangeMode.LAZY);
    search.addValueChangeListener(typed -> apply(() -> filter = filter.withText(typed.getValue())));
    return search;
  }

  private void choice(String name, List<String> values, Consumer<@Nullable String> choose) {
    if (values.size() < 2) {
      return;
    }
    var menu = new Dropdown(name + ": all");
    menu.add(
        "All",
        () ->
            apply(() -> {
              menu.setLabel(name + ": all");
              choose.accept(null);
            }));
    values.forEach(value ->
        menu.add(
            value,
            () ->
                apply(() -> {
                  menu.setLabel(name + ": " + value);
                  choose.accept(value);
                })));
    add(menu);
  }

  private void apply(Runnable choice) {
    choice.run();
    int shown = rows().size();
    int rows = board.rows().size();
    said.setText(shown == rows ? "" : shown + " of " + rows + " rows, ranked among all of them");
    changed.run();
  }

  private Component columnMenu() {
    var menu = new Dropdown("Columns");
    for (var column : all) {
      var box = new Checkbox(column.label(), chosen.contains(column));
      box.addValueChangeListener(ticked -> {
        if (ticked.getValue()) {
          chosen.add(column);
        } else {
          chosen.remove(column);
        }
        changed.run();
      });
      menu.addToPanel(box);
    }
    return menu;
  }

  private Component exportMenu() {
    var menu = new Dropdown("Export");
    menu.add("Copy as Markdown", () -> copy("Markdown", export().markdown()));
    menu.add("Copy as LaTeX", () -> copy("LaTeX", export().latex()));
    menu.addToPanel(
        download("Download CSV", "csv", "text/csv; charset=utf-8", () -> export().csv()),
        download("Download JSON", "json", "application/json", () -> ContractJson.write(board)));
    return menu;
  }

  private void copy(String form, String text) {
    Clipboard.copy(this, text, () -> said.setText("Copied " + rows().size() + " rows as " + form));
  }

  private BoardExport export() {
    return new BoardExport(board, rows(), columns());
  }

  private Anchor download(String label, String ending, String type, Supplier<String> content) {
    String file = (board.benchmark() + "-" + board.name()).replaceAll("[^A-Za-z0-9._-]", "-");
    var handler =
        DownloadHandler.fromInputStream(asked -> {
          byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(
              new ByteArrayInputStream(bytes),
              file + "-" + board.revision() + "." + ending,
              type,
              bytes.length);
        });
    var link = new Anchor(handler, label);
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }
}
