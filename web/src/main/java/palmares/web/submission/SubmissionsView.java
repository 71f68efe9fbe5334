package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.StateChip;
import palmares.web.page.TableFrame;
import palmares.web.page.Visitor;

/// The submissions that the visitor may follow, newest first.
@PageTitle("Submissions · Palmares")
@Route(value = "submissions", layout = PageFrame.class)
public final class SubmissionsView extends Div implements BeforeEnterObserver {

  private static final int AT_ONCE = 20;

  private final SubmissionCalls calls;
  private final NativeTable table = new NativeTable();
  private final Div more = new Div();

  public SubmissionsView(ApiClient api) {
    calls = new SubmissionCalls(api.as(Visitor.currentToken()));
    more.addClassNames("buttons", "pager");
    add(
        new PageHeader("Where do your submissions stand?")
            .lead("Those of your teams, and those to benchmarks of your teams. Newest first."));
    table
        .getHead()
        .add(
            new NativeTableRow(
                new NativeTableHeaderCell("System"),
                new NativeTableHeaderCell("State"),
                new NativeTableHeaderCell("Benchmark"),
                wide(new NativeTableHeaderCell("Team")),
                new NativeTableHeaderCell("Since"),
                wide(new NativeTableHeaderCell("Submitted"))));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Visitor.admitted(event)) {
      switch (calls.page(null, AT_ONCE)) {
        case Given(var page) when page.items().isEmpty() -> add(none());
        case Given(var page) -> {
          add(new TableFrame("Submissions", table), more);
          append(page);
        }
        case Denied(var why) -> add(Notice.of(why));
      }
    }
  }

  private static Component none() {
    var notice =
        Notice.empty(
            "No submissions yet", "The first one is a file, or a system that workers run.");
    notice.add(Links.button("submit", "Submit"));
    return notice;
  }

  private void append(Page<SubmissionStatus> page) {
    page.items().forEach(status -> table.getBody().add(row(status)));
    more.removeAll();
    var next = page.next();
    if (next != null) {
      more.add(older(next));
    }
  }

  private NativeButton older(String cursor) {
    var button = new NativeButton("Show older ones", clicked -> load(cursor));
    button.addClassName("button");
    return button;
  }

  private void load(@Nullable String cursor) {
    switch (calls.page(cursor, AT_ONCE)) {
      case Given(var page) -> append(page);
      case Denied(var why) -> {
        more.removeAll();
        more.add(Notice.of(why));
      }
    }
  }

  private static NativeTableRow row(SubmissionStatus status) {
    var system = Links.to("submissions/" + status.id(), status.system());
    system.addClassName("foreign");
    var benchmark =
        Links.to("benchmarks/" + status.benchmark(), status.benchmark() + " " + status.version());
    return new NativeTableRow(
        cell(system),
        cell(new StateChip(StateWords.word(status), StateWords.tone(status))),
        cell(benchmark),
        wide(cell(new Span(Objects.requireNonNullElse(status.team(), "anonymous")))),
        cell(Moment.day(status.since())),
        wide(cell(Moment.day(status.submittedAt()))));
  }

  private static NativeTableCell cell(Component content) {
    var cell = new NativeTableCell();
    cell.add(content);
    return cell;
  }

  private static <C extends Component & com.vaadin.flow.component.HasStyle> C wide(C cell) {
    cell.addClassName("wide");
    return cell;
  }
}
