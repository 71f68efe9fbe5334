package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.leaderboard.Board;
import palmares.contract.page.Page;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.ExclusionCalls;
import palmares.web.page.Busy;
import palmares.web.page.Later;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.Words;

/// What the snapshot on the page was made without, with the reasons, some at a time; that is not
/// what newer ones leave out.
final class LeftOutHere extends Div {

  private static final int AT_ONCE = 20;

  private final ApiClient api;
  private final Board board;
  private final UnorderedList list = new UnorderedList();
  private final Div more = new Div();

  LeftOutHere(ApiClient api, Board board) {
    this.api = api;
    this.board = board;
    list.addClassName("plain");
    more.addClassName("buttons");
    var all =
        new Paragraph(
            Links.to(
                "benchmarks/%s/exclusions?version=%s".formatted(board.benchmark(), board.version()),
                "All that was ever left out"));
    var snapshot = board.snapshot();
    if (snapshot == null) {
      add(new Paragraph("No snapshot was made yet."), all);
      return;
    }
    add(list, more, all);
    more.add(new Busy("Looking …"));
    Later.once(this, () -> ask(snapshot, null), answer -> show(snapshot, answer));
  }

  private Answer<Page<Exclusion>> ask(String snapshot, @Nullable String cursor) {
    return ExclusionCalls.ofSnapshot(api, snapshot, cursor, AT_ONCE);
  }

  private void show(String snapshot, Answer<Page<Exclusion>> answer) {
    more.removeAll();
    switch (answer) {
      case Given(var page) -> {
        if (list.getComponentCount() == 0) {
          addComponentAsFirst(new Paragraph(lead(page)));
        }
        page.items().forEach(each -> list.add(item(each)));
        if (page.next() != null) {
          more.add(older(snapshot, page.next()));
        }
      }
      case Denied(var why) -> more.add(Notice.of(why));
    }
  }

  private String lead(Page<Exclusion> page) {
    return page.items().isEmpty()
        ? "Nothing: snapshot %d was made with all that was measured.".formatted(board.revision())
        : "Snapshot %d was made without:".formatted(board.revision());
  }

  private Component older(String snapshot, String cursor) {
    var button = new NativeButton("Show " + AT_ONCE + " more");
    button.addClassName("button");
    button.addClickListener(clicked -> {
      more.removeAll();
      more.add(new Busy("Looking …"));
      getUI()
          .ifPresent(
              ui -> Later.ask(ui, () -> ask(snapshot, cursor), answer -> show(snapshot, answer)));
    });
    return button;
  }

  private static Component item(Exclusion exclusion) {
    var name = Objects.requireNonNullElse(exclusion.system(), exclusion.subject());
    var item =
        new ListItem(
            Words.foreign(exclusion.kind() + " " + name, "strong"),
            Words.foreign(": " + exclusion.reason()));
    if (exclusion.liftedAt() != null) {
      item.add(
          Words.soft(" (counts again since "), Moment.day(exclusion.liftedAt()), Words.soft(")"));
    }
    return item;
  }
}
