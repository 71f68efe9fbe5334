package palmares.web.leaderboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.SnapshotSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;

/// All snapshots of a board, the newest first, some at a time.
final class SnapshotList extends Div {

  private static final int AT_A_TIME = 20;

  private final ApiClient api;
  private final Board board;
  private final UnorderedList list = new UnorderedList();
  private final NativeButton older = new NativeButton("Show older", clicked -> more());
  private @Nullable String next;

  SnapshotList(ApiClient api, Board board) {
    this.api = api;
    this.board = board;
    list.addClassName("plain");
    older.addClassName("button");
    add(list, older);
    more();
  }

  private void more() {
    switch (api.snapshots(board.leaderboard(), next, AT_A_TIME)) {
      case Given(var page) -> {
        page.items().forEach(each -> list.add(item(each)));
        next = page.next();
        older.setVisible(next != null);
      }
      case Denied(var why) -> list.add(new ListItem(Notice.of(why)));
    }
  }

  private ListItem item(SnapshotSummary snapshot) {
    String text = "Snapshot " + snapshot.revision() + ", " + Instants.day(snapshot.builtAt());
    var item = new ListItem();
    if (snapshot.id().equals(board.snapshot())) {
      item.add(new Span(text + ", shown here"));
    } else {
      item.add(
          Links.to("leaderboards/" + board.leaderboard() + "?snapshot=" + snapshot.id(), text));
    }
    item.add(new Span(" · " + snapshot.rows() + " rows"));
    return item;
  }
}
