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
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.IdentityCalls;
import palmares.web.client.SubmissionCalls;
import palmares.web.client.SubmissionCalls.Which;
import palmares.web.page.Instants;
import palmares.web.page.Later;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.Visitor;

/// What stands below the rows of a board: what it was made from, what changed, what is not there.
/// The answers to questions are asked for only when a reader opens them.
final class BoardFoot extends Div {

  private static final int NAMES_SHOWN = 3;
  private static final int NAMES_LISTED = 50;

  private final ApiClient api;
  private final Board board;
  private final @Nullable String category;
  private final Footer footer = new Footer();

  /// @param category over whose examples alone the board is; all if absent
  BoardFoot(ApiClient api, Board board, @Nullable String category) {
    this.api = api;
    this.board = board;
    this.category = category;
    footer.addClassName("footnotes");
    provenance();
    add(footer);
    if (board.snapshot() != null) {
      add(opened("What changed?", this::history));
    }
    add(opened("Why am I not on this board?", this::notHere));
    add(opened("What is left out?", () -> new LeftOutHere(api, board)));
    // A ranking of a category is made when it is asked for: two of them for each reader is too
    // much.
    if (category == null) {
      Later.once(
          this,
          this::changes,
          words -> {
            if (!words.isEmpty()) {
              footer.add(foreign(words));
            }
          });
    }
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
      if (provenance.claimedBy() != null) {
        footer.add(
            Links.to("imports?benchmark=" + board.benchmark(), "what was imported, and why"));
      }
    }
  }

  private String changes() {
    return switch (SnapshotBefore.of(api, board, category)) {
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
    switch (SnapshotBefore.of(api, board, category)) {
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
    history.add(new SnapshotList(api, board));
    return history;
  }

  private Component notHere() {
    if (Visitor.current() == null) {
      var sign = new Paragraph("It takes your name to know: ");
      sign.add(Links.signIn(UI.getCurrent().getActiveViewLocation(), "sign in"));
      return sign;
    }
    return switch (submissions()) {
      case Given(var mine) when mine.newest().isEmpty() ->
          new Paragraph("Your teams have submitted nothing to " + board.benchmark() + " yet.");
      case Given(var mine) -> answer(mine);
      case Denied(var why) -> Notice.of(why);
    };
  }

  // Whoever organises a benchmark may follow what all teams submit to it, which is not theirs.
  private Answer<OwnSubmissions> submissions() {
    var calls = new SubmissionCalls(api);
    return switch (new IdentityCalls(api).me()) {
      case Given(var me) ->
          OwnSubmissions.of(
              me.teams(),
              (team, cursor) ->
                  calls.page(new Which(board.benchmark(), team, null), cursor, Page.MAX_LIMIT));
      case Denied(var why) -> new Denied<>(why);
    };
  }

  private Component answer(OwnSubmissions mine) {
    var answer = new Div();
    var reasons = NotHere.of(board, mine.newest());
    if (!reasons.isEmpty()) {
      answer.add(list(reasons));
    } else if (mine.all()) {
      answer.add(new Paragraph("Every system of your teams has a rank here."));
    } else {
      answer.add(new Paragraph("Every system that was looked at has a rank here."));
    }
    if (!mine.all()) {
      answer.add(
          new Paragraph(
              String.format(
                  java.util.Locale.ENGLISH,
                  "Only the newest %,d submissions of each team were looked at.",
                  OwnSubmissions.PAGES * Page.MAX_LIMIT)));
    }
    return answer;
  }

  private static Component list(List<NotHere.Reason> reasons) {
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
