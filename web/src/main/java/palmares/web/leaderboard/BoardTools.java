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
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.web.page.Clipboard;
import palmares.web.page.Dropdown;
import palmares.web.page.FileName;
import palmares.web.page.Links;

/// What a reader can do with the rows of a board: choose among them, choose columns, take them
/// elsewhere.
final class BoardTools extends Div {

  static final String COMPARE = "compare";
  private static final int SEARCHED_FROM = 8;

  private final Board board;
  private final Runnable changed;
  private final List<BoardColumn> all;
  private final BoardChoices choices;
  private final Span said = new Span();
  private final Anchor comparison = Links.button(COMPARE, "Compare the two");

  /// @param choices what the reader has chosen so far, and where it is kept
  /// @param changed after the reader has chosen other rows or columns
  BoardTools(Board board, BoardChoices choices, Runnable changed) {
    this.board = board;
    this.choices = choices;
    this.changed = changed;
    this.all = BoardColumn.of(board);
    addClassName("tools");
    said.addClassNames("soft", "note");
    said.getElement().setAttribute("role", "status");
    var filter = choices.filter();
    if (board.rows().size() > SEARCHED_FROM || !filter.text().isEmpty()) {
      add(search());
    }
    choice("Team", filter.team(), BoardFilter.teams(board), BoardFilter::withTeam);
    choice("Kind", filter.kind(), BoardFilter.kinds(board), BoardFilter::withKind);
    if (BoardFilter.hasDates(board) || filter.from() != null || filter.before() != null) {
      add(
          new DateChoice(
              filter, (from, before) -> apply(choices.filter().withDates(from, before))));
    }
    compare(choices.picked());
    sayHowMany();
    var right = new Div(said, comparison);
    right.addClassNames("buttons", "push");
    if (!all.isEmpty()) {
      right.add(columnMenu());
    }
    right.add(exportMenu());
    add(right);
  }

  List<Row> rows() {
    return choices.filter().of(board);
  }

  List<BoardColumn> columns() {
    return all.stream().filter(choices::isShown).toList();
  }

  /// Offers to compare two submissions; nothing is offered of fewer.
  void compare(List<String> picked) {
    comparison.setVisible(picked.size() == 2);
    if (picked.size() == 2) {
      comparison.setHref(
          COMPARE + "?left=" + encoded(picked.getFirst()) + "&right=" + encoded(picked.getLast()));
    }
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
    search.setValue(choices.filter().text());
    search.addValueChangeListener(typed -> apply(choices.filter().withText(typed.getValue())));
    return search;
  }

  private void choice(
      String name,
      @Nullable String chosen,
      List<String> values,
      BiFunction<BoardFilter, @Nullable String, BoardFilter> choose) {
    if (values.size() < 2) {
      return;
    }
    var menu = new Dropdown(name + ": " + (chosen == null ? "all" : chosen));
    menu.add(
        "All",
        () -> {
          menu.setLabel(name + ": all");
          apply(choose.apply(choices.filter(), null));
        });
    values.forEach(value ->
        menu.add(
            value,
            () -> {
              menu.setLabel(name + ": " + value);
              apply(choose.apply(choices.filter(), value));
            }));
    add(menu);
  }

  private void apply(BoardFilter filter) {
    choices.filter(filter);
    sayHowMany();
    changed.run();
  }

  private void sayHowMany() {
    int shown = rows().size();
    int rows = board.rows().size();
    said.setText(shown == rows ? "" : shown + " of " + rows + " rows, ranked among all of them");
  }

  private Component columnMenu() {
    var menu = new Dropdown("Columns");
    for (var column : all) {
      var box = new Checkbox(column.label(), choices.isShown(column));
      box.addValueChangeListener(ticked -> {
        choices.show(column, ticked.getValue());
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
        download("Download JSON", "json", "application/json", () -> export().json()));
    return menu;
  }

  private void copy(String form, String text) {
    Clipboard.copy(this, text, () -> said.setText("Copied " + rows().size() + " rows as " + form));
  }

  private BoardExport export() {
    return new BoardExport(board, rows(), columns());
  }

  private Anchor download(String label, String ending, String type, Supplier<String> content) {
    var file =
        FileName.of(
            "%s-%s-%d".formatted(board.benchmark(), board.name(), board.revision()), ending);
    var handler =
        DownloadHandler.fromInputStream(asked -> {
          byte[] bytes = content.get().getBytes(StandardCharsets.UTF_8);
          return new DownloadResponse(new ByteArrayInputStream(bytes), file, type, bytes.length);
        });
    var link = new Anchor(handler, label);
    link.getElement().setAttribute("router-ignore", true);
    return link;
  }
}
