package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.ExclusionCalls;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.Words;

/// What the newest leaderboards of a version leave out, with the reasons.
final class LeftOutNow extends Div {

  private static final int SHOWN = 20;

  private final Board board;

  LeftOutNow(ApiClient api, Board board) {
    this.board = board;
    switch (new ExclusionCalls(api).standing(board.benchmark(), board.version(), null, SHOWN)) {
      case Given(var page) -> show(page.items());
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void show(List<Exclusion> standing) {
    if (standing.isEmpty()) {
      add(new Paragraph("Nothing: all that was measured counts."));
    } else {
      var list = new UnorderedList();
      list.addClassName("plain");
      standing.forEach(each -> list.add(item(each)));
      add(list);
    }
    add(
        new Paragraph(
            Links.to(
                "benchmarks/%s/exclusions?version=%s".formatted(board.benchmark(), board.version()),
                "All that was ever left out")));
  }

  private Component item(Exclusion exclusion) {
    var what = Words.foreign(exclusion.kind() + " " + name(exclusion), "strong");
    return new ListItem(what, Words.foreign(": " + exclusion.reason()));
  }

  /// A row of the board says whose submission it is; what has none keeps its own name.
  private String name(Exclusion exclusion) {
    return board.rows().stream()
        .filter(row -> exclusion.subject().equals(row.submission()))
        .map(Row::subject)
        .findAny()
        .orElse(exclusion.subject());
  }
}
