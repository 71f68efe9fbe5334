package palmares.web.submission;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Teams.TeamSummary;
import palmares.contract.page.Page;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.client.SubmissionCalls;
import palmares.web.client.SubmissionCalls.Which;
import palmares.web.client.TeamCalls;
import palmares.web.live.LivePages;
import palmares.web.live.Watch;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.TableFrame;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// The submissions that the visitor may follow, newest first, each with where it stands now.
@PageTitle("Submissions · Palmares")
@Route(value = "submissions", layout = PageFrame.class)
public final class SubmissionsView extends Div implements BeforeEnterObserver {

  private static final int AT_ONCE = 20;
  private static final int MOST_REFRESHED = 100;

  /// More open runs than these are looked at every few seconds in place of being followed.
  private static final int MOST_FOLLOWED = 6;

  private final ApiClient api;
  private final SubmissionCalls calls;
  private final Watch watch;
  private final SubmissionFilter filter = new SubmissionFilter(this::reload);
  private final SubmissionTable table = new SubmissionTable();
  private final Told told = new Told();
  private final Div content = new Div();
  private final Div more = new Div();
  private volatile Which which = Which.ALL;
  private volatile int refreshed = AT_ONCE;
  private volatile Set<String> followed = Set.of();

  public SubmissionsView(ApiClient api, LivePages pages) {
    this.api = api.as(Visitor.currentToken());
    this.calls = new SubmissionCalls(this.api);
    more.addClassNames("buttons", "pager");
    add(
        new PageHeader("Where do your submissions stand?")
            .lead("Those of your teams, and those to benchmarks of your teams. Newest first."),
        filter,
        told,
        content);
    watch = pages.keepAll(this, () -> followed, this::ask, this::refresh);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Visitor.admitted(event)) {
      filter.offer(
          api.benchmarks() instanceof Given(var page) ? page.items() : List.of(),
          new TeamCalls(api).mine() instanceof Given(var mine)
              ? mine.stream().map(TeamSummary::name).toList()
              : List.of());
      reload();
    }
  }

  private Answer<Page<SubmissionStatus>> ask() {
    return calls.page(which, null, refreshed);
  }

  private void reload() {
    which = filter.value();
    refreshed = AT_ONCE;
    table.clear();
    content.removeAll();
    more.removeAll();
    var answer = ask();
    refresh(answer);
    if (answer instanceof Given(var page)) {
      offerMore(page.next());
    }
    watch.now();
  }

  /// Says whether there is more to wait for.
  private boolean refresh(Answer<Page<SubmissionStatus>> answer) {
    told.removeAll();
    switch (answer) {
      case Given(var page) -> show(page.items());
      case Denied(var why) -> {
        told.add(Notice.of(why));
        return !(why instanceof Denial.SignedOut);
      }
    }
    return !followed.isEmpty() || table.isAnyOpen();
  }

  private void show(List<SubmissionStatus> newest) {
    table.refresh(newest);
    var open =
        newest.stream()
            .filter(each -> !StateWords.ended(each))
            .map(each -> "submissions/" + each.id())
            .collect(Collectors.toSet());
    followed = open.size() > MOST_FOLLOWED ? Set.of() : open;
    content.removeAll();
    if (table.isEmpty()) {
      content.add(none());
    } else {
      content.add(new TableFrame("Submissions", table), more);
    }
  }

  private Notice none() {
    var isAll = filter.isEmpty();
    filter.setVisible(!isAll);
    if (isAll) {
      var notice =
          Notice.empty(
              "No submissions yet", "The first one is a file, or a system that workers run.");
      notice.add(Links.button("submit", "Submit"));
      return notice;
    }
    var notice = Notice.empty("None of them", "No submission is like that.");
    notice.add(filter.clear());
    return notice;
  }

  private void offerMore(@Nullable String next) {
    more.removeAll();
    if (next != null) {
      var button = new NativeButton("Show older ones", clicked -> load(next));
      button.addClassName("button");
      more.add(button);
    }
  }

  private void load(String cursor) {
    switch (calls.page(which, cursor, AT_ONCE)) {
      case Given(var page) -> {
        table.append(page.items());
        refreshed = Math.min(MOST_REFRESHED, refreshed + AT_ONCE);
        offerMore(page.next());
      }
      case Denied(var why) -> {
        more.removeAll();
        more.add(Notice.of(why));
      }
    }
  }
}
