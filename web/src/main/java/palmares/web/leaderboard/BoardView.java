package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.live.LivePages;
import palmares.web.live.Watch;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// One leaderboard: its newest snapshot, or an older one by `?snapshot=`. A newer one is told of,
/// and shown when the reader asks for it, so that rows do not move under their eyes.
@Route(value = "leaderboards/:id", layout = PageFrame.class)
public final class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final ApiClient api;
  private final Watch watch;
  private final Told told = new Told();
  private final Div newer = new Div();
  private final Div content = new Div();
  private final Div pending = new Div();
  private BoardChoices choices = new BoardChoices();
  private volatile @Nullable BoardSource source;
  private @Nullable Board newest;
  private @Nullable Board shown;
  private @Nullable Denial denied;

  public BoardView(ApiClient api, LivePages pages) {
    this.api = api.as(Visitor.currentToken());
    newer.getElement().setAttribute("role", "status");
    add(told, newer, content);
    watch = pages.keep(this, this::subject, this::ask, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var query = event.getLocation().getQueryParameters();
    String id = event.getRouteParameters().get("id").orElse("");
    if (source == null || !source.isOf(id)) {
      choices = new BoardChoices();
    }
    source =
        new BoardSource(
            api,
            id,
            query.getSingleParameter("snapshot").orElse(null),
            query.getSingleParameter("category").orElse(null));
    newest = null;
    shown = null;
    newer.removeAll();
    content.removeAll();
    show(source.ask());
    watch.now(); // another board may be what is to be followed from here
  }

  private String subject() {
    return Objects.requireNonNull(source, "a page is entered before it is shown").subject();
  }

  @Override
  public String getPageTitle() {
    return (shown == null ? "Leaderboard" : shown.title()) + " · Palmares";
  }

  private Answer<Board> ask() {
    return Objects.requireNonNull(source, "a page is entered before it is shown").ask();
  }

  /// Says whether there is more to wait for: an old snapshot stays as it is.
  private boolean show(Answer<Board> answer) {
    switch (answer) {
      case Given(var board) -> {
        tell(null);
        if (board != newest) {
          newest = board;
          arrived(board);
        }
      }
      case Denied(var why) -> tell(why);
    }
    return answer instanceof Denied || !Objects.requireNonNull(source).isOld();
  }

  private void arrived(Board board) {
    var before = shown;
    if (before == null || before.rows().isEmpty()) {
      show(board);
    } else if (Objects.equals(before.snapshot(), board.snapshot())) {
      showPending(board);
    } else {
      tellOfNewer(before, board);
    }
  }

  private void tellOfNewer(Board before, Board board) {
    var words =
        new Span("A newer snapshot is here: " + BoardChanges.between(before, board).text(3) + ".");
    words.addClassName("foreign");
    var button = new NativeButton("Show", clicked -> show(board));
    button.addClassName("button");
    var bar = new Div(words, button);
    bar.addClassName("newer");
    newer.removeAll();
    newer.add(bar);
  }

  // What is told already is not told again every few seconds.
  private void tell(@Nullable Denial why) {
    if (!Objects.equals(why, denied)) {
      denied = why;
      told.removeAll();
      if (why != null) {
        told.add(Notice.of(why));
      }
    }
  }

  private void show(Board board) {
    var from = Objects.requireNonNull(source);
    shown = board;
    newer.removeAll();
    content.removeAll();
    content.add(
        new PageHeader(board.title())
            .crumb(Links.to("leaderboards", "Leaderboards"), benchmark(board))
            .lead(BoardWords.of(board).lead()));
    if (from.isOld()) {
      content.add(older(board));
    }
    if (board.rows().isEmpty()) {
      content.add(
          Notice.empty(
              "Nothing ranked yet", "The first row appears when the first submission has ended."));
    } else {
      categories(board, from);
      content.add(new BoardBody(board, choices), new BoardPictures(api, board, from.category()));
    }
    showPending(board);
    content.add(pending, new BoardFoot(api, board, from.category()));
  }

  private void categories(Board board, BoardSource from) {
    if (board.snapshot() != null
        && api.benchmark(board.benchmark(), board.version()) instanceof Given(var benchmark)
        && benchmark.categories().size() > 1) {
      content.add(
          new CategoryLinks(from, benchmark.categories().keySet().stream().sorted().toList()));
    }
  }

  private void showPending(Board board) {
    pending.removeAll();
    board.pending().forEach(each -> pending.add(note("Being evaluated: " + each)));
    board.notes().forEach(note -> pending.add(note(note)));
  }

  private Component older(Board board) {
    var notice =
        Notice.empty(
            "An older snapshot",
            "Snapshot "
                + board.revision()
                + (board.builtAt() == null ? "" : " of " + Instants.day(board.builtAt()))
                + ", as it was made. Its address stays for ever.");
    notice.add(Links.to("leaderboards/" + board.leaderboard(), "Show the newest"));
    return notice;
  }

  private static Component benchmark(Board board) {
    String text = board.benchmark() + " " + board.version();
    return Links.exists("benchmarks/" + board.benchmark())
        ? Links.to("benchmarks/" + board.benchmark(), text)
        : new Span(text);
  }

  private static Paragraph note(String text) {
    var paragraph = new Paragraph(text);
    paragraph.addClassNames("soft", "foreign", "note");
    return paragraph;
  }
}
