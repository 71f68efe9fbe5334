package palmares.web.leaderboard;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.web.client.ApiClient;
import palmares.web.page.Instants;
import palmares.web.page.Later;
import palmares.web.page.Links;

/// The leaderboards that got a new snapshot last, and what it changed.
final class LatelyCard extends Section {

  private static final int MOST = 5;

  LatelyCard(ApiClient api, List<LeaderboardSummary> boards) {
    var latest =
        boards.stream()
            .filter(board -> board.builtAt() != null && board.snapshot() != null)
            .sorted(
                Comparator.comparing(
                    LeaderboardSummary::builtAt, Comparator.nullsFirst(Comparator.reverseOrder())))
            .limit(MOST)
            .toList();
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "What changed lately");
    setVisible(!latest.isEmpty());
    var list = new UnorderedList();
    list.addClassName("plain");
    latest.forEach(board -> list.add(item(api, board)));
    add(new H2("What changed lately"), list);
  }

  private static ListItem item(ApiClient api, LeaderboardSummary board) {
    var link = Links.to("leaderboards/" + board.id(), board.title());
    var about =
        new Span(
            " " + board.benchmark() + ", " + Instants.day(Objects.requireNonNull(board.builtAt())));
    about.addClassName("soft");
    var item = new ListItem(link, about);
    item.addClassName("foreign");
    Later.once(item, () -> SnapshotBefore.changes(api, board), words -> item.add(new Span(words)));
    return item;
  }
}
