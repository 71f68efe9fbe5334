package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.SnapshotSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.page.Instants;
import palmares.web.page.Later;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.Visitor;

/// What stands below the rows of a board: what it was made from, what changed, what is not there.
/// The last two are asked for only when a reader opens them.
final class BoardFoot extends Div {

  private static final int NAMES_SHOWN = 3;
  private static final int NAMES_LISTED = 50;

  private final ApiClient api;
  private final Board board;
  private final Footer footer = new Footer();

  BoardFoot(ApiClient api, Board board) {
    this.api = api;
    this.board = board;
    footer.addClassName("footnotes");
    provenance();
    add(footer);
    if (board.snapshot() != null) {
      add(opened("What changed?", this::history));
    }
    add(opened("Why am I not on this board?", this::notHere));
    Later.once(
        this,
        this::changes,
        words -> {
          if (!words.isEmpty()) {
            footer.add(foreign(words));
          }
        });
  }

  private void provenance() {
    if (board.builtAt() != null) {
      footer.add(new Span("Snapshot " + board.revision() + ", " + Instants.day(board.builtAt())));
    }
    var provenance = board.provenance();
    if (provenance != null) {
      footer.add(
          new Span(
              "made from "
                  + provenance.runs().size()
                  + " runs, "
                  + String.format(java.util.Locale.ENGLISH, "%,d", provenance.evidenceRows())
                  + " rows of evidence"),
          new Span(board.method() + ", " + String.join(", ", provenance.evaluators())));
    }
  }

  private String changes() {
    return switch (SnapshotBefore.of(api, board)) {
      case Given(var before) ->
          before
              .map(old ->
                  "since snapshot "
                      + old.revision()
                      + ": "
                      + BoardChanges.between(old, board).text(NAMES_SHOWN))
              .orElse("");
      case Denied(var why) -> "";
    };
  }

  private Component history() {
    var history = new Div();
    switch (SnapshotBefore.of(api, board)) {
      case Given(var before) ->
          history.add(
              foreign(
                  before
                      .map(old ->
                          "Since snapshot "
                              + old.revision()
                              + ": "
                              + BoardChanges.between(old, board).text(NAMES_LISTED)
                              + ".")
                      .orElse("This is the first snapshot.")));
      case Denied(var why) -> history.add(Notice.of(why));
    }
    switch (api.snapshots(board.leaderboard(), SnapshotBefore.LISTED)) {
      case Given(var page) -> history.add(list(page.items()));
      case Denied(var why) -> history.add(Notice.of(why));
    }
    return history;
  }

  private Component list(List<SnapshotSummary> snapshots) {
    var list = new UnorderedList();
    list.addClassName("plain");
    for (var each : snapshots) {
      String text = "Snapshot " + each.revision() + ", " + Instants.day(each.builtAt());
      var item = new ListItem();
      if (each.id().equals(board.snapshot())) {
        item.add(new Span(text + ", shown here"));
      } else {
        item.add(Links.to("leaderboards/" + board.leaderboard() + "?snapshot=" + each.id(), text));
      }
      item.add(new Span(" · " + each.rows() + " rows"));
      list.add(item);
    }
    return list;
  }

  private Component notHere() {
    if (Visitor.current() == null) {
      var sign = new Paragraph("It takes your name to know: ");
      sign.add(Links.signIn(UI.getCurrent().getActiveViewLocation(), "sign in"));
      return sign;
    }
    return switch (api.submissions(board.benchmark())) {
      case Given(var page) when page.items().isEmpty() ->
          new Paragraph("Your teams have submitted nothing to " + board.benchmark() + " yet.");
      case Given(var page) -> reasons(NotHere.of(board, page.items()));
      case Denied(var why) -> Notice.of(why);
    };
  }

  private static Component reasons(List<NotHere.Reason> reasons) {
    if (reasons.isEmpty()) {
      return new Paragraph("Every system of your teams has a rank here.");
    }
    var list = new UnorderedList();
    list.addClassName("plain");
    for (var reason : reasons) {
      var link = Links.to("submissions/" + reason.submission(), reason.system());
      link.addClassName("foreign");
      list.add(new ListItem(link, foreign(": " + reason.words())));
    }
    return list;
  }

  private static NativeDetails opened(
      String question, java.util.function.Supplier<Component> answer) {
    var details = new NativeDetails(question);
    details.addClassName("question");
    details.addToggleListener(toggled -> {
      if (toggled.isOpened() && details.getContent() == null) {
        details.setContent(answer.get());
      }
    });
    return details;
  }

  private static Span foreign(String text) {
    var span = new Span(text);
    span.addClassName("foreign");
    return span;
  }
}
