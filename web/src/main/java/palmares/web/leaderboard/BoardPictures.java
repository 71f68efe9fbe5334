package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.page.Notice;

/// The board as pictures, where its evidence allows them; drawn when a reader asks for one.
final class BoardPictures extends Section {

  private static final Set<String> COSTS = Set.of("chars", "cost", "tokens");
  private static final int SYSTEMS = 30;

  private final Div picture = new Div();
  private final Div choices = new Div();
  private final List<NativeButton> buttons = new ArrayList<>();

  /// @param category over whose examples alone the board is; all if absent
  BoardPictures(ApiClient api, Board board, @Nullable String category) {
    addClassNames("card", "padded", "pictures");
    getElement().setAttribute("aria-label", "Pictures");
    choices.addClassName("tools");
    add(new H2("Pictures"), choices, picture);
    choice("Forest plot", () -> drawn(ChartData.forest(board)));
    var snapshot = board.snapshot();
    if (snapshot != null && board.settings().containsKey("evaluator")) {
      choice(
          "Win rates",
          () ->
              switch (api.winRates(snapshot, category, SYSTEMS)) {
                case Given(var rates) ->
                    new Div(drawn(ChartData.heat(rates)), WinRateTable.opened(rates));
                case Denied(var why) -> Notice.of(why);
              });
    }
    BoardColumn.of(board).stream()
        .filter(column -> COSTS.contains(column.key()))
        .forEach(column ->
            choice(column.label() + " and score", () -> drawn(ChartData.frontier(board, column))));
  }

  private void choice(String name, Supplier<Component> draw) {
    var button = new NativeButton(name);
    button.addClassName("chip-button");
    button.getElement().setAttribute("aria-pressed", "false");
    button.addClickListener(clicked -> {
      buttons.forEach(
          each -> each.getElement().setAttribute("aria-pressed", Boolean.toString(each == button)));
      picture.removeAll();
      picture.add(draw.get());
    });
    buttons.add(button);
    choices.add(button);
  }

  private static Component drawn(ChartData chart) {
    var words = new Paragraph(chart.words());
    words.addClassNames("soft", "foreign", "note");
    return new Div(new BoardChart(chart), words);
  }
}
