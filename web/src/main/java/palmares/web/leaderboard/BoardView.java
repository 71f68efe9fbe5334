package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.client.Tagged;
import palmares.web.page.Instants;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Refresher;
import palmares.web.page.TableFrame;
import palmares.web.page.Visitor;

/// One leaderboard: its newest snapshot, replaced when a newer one is built.
@Route(value = "leaderboards/:id", layout = PageFrame.class)
public final class BoardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final Duration PERIOD = Duration.ofSeconds(5);

  private final ApiClient api;
  private final Div told = new Div();
  private final Div content = new Div();
  private volatile @Nullable Tagged<Board> shown;
  private volatile String id = "";
  private @Nullable Denial denied;

  public BoardView(ApiClient api, Refresher refresher) {
    this.api = api.as(Visitor.currentToken());
    add(told, content);
    refresher.keep(this, PERIOD, this::ask, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    id = event.getRouteParameters().get("id").orElse("");
    shown = null;
    content.removeAll();
    show(ask());
  }

  @Override
  public String getPageTitle() {
    var board = shown;
    return (board == null ? "Leaderboard" : board.value().title()) + " · Palmares";
  }

  private Answer<Tagged<Board>> ask() {
    return api.leaderboard(id, shown);
  }

  private boolean show(Answer<Tagged<Board>> answer) {
    switch (answer) {
      case Given(var board) -> {
        tell(null);
        if (board != shown) {
          shown = board;
          show(board.value());
        }
      }
      case Denied(var why) -> tell(why);
    }
    return true;
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
    content.removeAll();
    content.add(
        new PageHeader(board.title())
            .crumb(board.benchmark() + " " + board.version())
            .lead(lead(board)));
    if (board.rows().isEmpty()) {
      content.add(
          Notice.empty(
              "Nothing ranked yet", "The first row appears when the first submission has ended."));
    } else {
      content.add(new TableFrame("Rows of the leaderboard", new BoardTable(board.rows())));
    }
    board.notes().forEach(note -> content.add(soft(note, "note")));
    board.pending().forEach(pending -> content.add(soft("Pending: " + pending, "note")));
    content.add(footer(board));
  }

  private static String lead(Board board) {
    long ranked = board.rows().stream().filter(row -> row.reason() == null).count();
    long unranked = board.rows().size() - ranked;
    return board.method()
        + ". "
        + ranked
        + " ranked"
        + (unranked == 0 ? "" : ", " + unranked + " unranked with the reason")
        + ". A range of ranks says which places the evidence leaves open.";
  }

  private static Component footer(Board board) {
    var footer = new Footer();
    footer.addClassName("footnotes");
    if (board.builtAt() != null) {
      footer.add(new Span("Snapshot " + board.revision() + ", " + Instants.day(board.builtAt())));
    }
    if (board.provenance() != null) {
      footer.add(
          new Span(
              board.provenance().runs().size()
                  + " runs, "
                  + board.provenance().evidenceRows()
                  + " rows of evidence"),
          new Span(String.join(", ", board.provenance().evaluators())));
    }
    return footer;
  }

  private static Paragraph soft(String text, String name) {
    var paragraph = new Paragraph(text);
    paragraph.addClassNames("soft", "foreign", name);
    return paragraph;
  }
}
