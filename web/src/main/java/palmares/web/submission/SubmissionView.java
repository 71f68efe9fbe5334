package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.Denial;
import palmares.web.client.IdentityCalls;
import palmares.web.client.SubmissionCalls;
import palmares.web.live.LivePages;
import palmares.web.live.Watch;
import palmares.web.page.Card;
import palmares.web.page.Facts;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.QuotaWords;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// Follows one submission: what happened, what goes on, what comes next, and what there is to do.
@Route(value = "submissions/:id", layout = PageFrame.class)
public final class SubmissionView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final ApiClient api;
  private final Watch watch;
  private final Told told = new Told();
  private final Div content = new Div();
  private final CourseList course = new CourseList();
  private final Div evaluations = new Div();
  private final Div costs = new Div();
  private final Div failures = new Div();
  private final Div system = new Div();
  private final SubmissionActions actions = new SubmissionActions(this::act);
  private volatile String id = "";
  private @Nullable PageHeader header;
  private @Nullable ExamplesCard examples;
  private @Nullable Answer<Course> shown;
  private boolean isOwn;
  private boolean chooses;

  public SubmissionView(ApiClient api, LivePages pages) {
    this.api = api.as(Visitor.currentToken());
    add(told, content);
    watch = pages.keep(this, () -> "submissions/" + id, this::ask, this::show);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Visitor.admitted(event)) {
      id = event.getRouteParameters().get("id").orElse("");
      show(ask());
    }
  }

  @Override
  public String getPageTitle() {
    var system = shown instanceof Given(var given) ? given.status().system() : "Submission";
    return system + " · Palmares";
  }

  private Answer<Course> ask() {
    return switch (api.submission(id)) {
      case Given(var status) ->
          switch (new SubmissionCalls(api).timeline(id)) {
            case Given(var timeline) -> new Given<>(new Course(status, timeline));
            case Denied(var why) -> new Denied<>(why);
          };
      case Denied(var why) -> new Denied<>(why);
    };
  }

  /// Says whether there is more to wait for.
  private boolean show(Answer<Course> answer) {
    if (!answer.equals(shown)) {
      shown = answer;
      told.removeAll();
      switch (answer) {
        case Given(var given) -> show(given);
        case Denied(var why) -> told.add(Notice.of(why));
      }
    }
    return switch (answer) {
      case Given(var given) -> !StateWords.ended(given.status());
      case Denied(var why) -> !(why instanceof Denial.SignedOut);
    };
  }

  private void show(Course now) {
    var status = now.status();
    if (header == null) {
      header = build(status);
    }
    header.lead(StateWords.of(status));
    course.show(CourseWords.steps(now));
    evaluations.removeAll();
    evaluations.add(SubmissionFacts.evaluations(status));
    costs.removeAll();
    costs.add(SubmissionFacts.costs(status));
    system.removeAll();
    system.add(SubmissionFacts.system(status));
    actions.show(status, isOwn, chooses);
    showFailures(status.failures());
    if (examples != null) {
      examples.follow(status);
    }
  }

  private PageHeader build(SubmissionStatus status) {
    isOwn = isOwn(status);
    var benchmark =
        new BenchmarkCalls(api)
                    .benchmark(status.benchmark(), status.version(), isOwn ? status.team() : null)
                instanceof Given(BenchmarkDetail detail)
            ? detail
            : null;
    chooses = benchmark != null && benchmark.entryRule().equals("chosen");
    var built =
        new PageHeader(status.system())
            .crumb(
                Links.to("benchmarks/" + status.benchmark(), status.benchmark()),
                new Span("version " + status.version()),
                new Span(status.team() == null ? "anonymous" : "team " + status.team()));
    var beside = column(Card.titled("Evaluations", evaluations));
    if (benchmark != null) {
      beside.add(Card.titled("Leaderboards and quota", boards(benchmark)));
    }
    beside.add(Card.titled("Cost", costs), actions);
    var grid =
        new Div(
            column(
                Card.titled("What happened, what happens next", course),
                Card.titled("System", system)),
            beside);
    grid.addClassName("grid");
    examples =
        new ExamplesCard(
            new SubmissionCalls(api),
            id,
            benchmark == null ? List.of() : List.copyOf(benchmark.categories().keySet()),
            benchmark == null ? null : benchmark.mainMetric());
    content.add(built, failures, grid, examples);
    return built;
  }

  private static Div column(Component... cards) {
    var column = new Div(cards);
    column.addClassName("beside");
    return column;
  }

  private boolean isOwn(SubmissionStatus status) {
    return new IdentityCalls(api).me() instanceof Given(var me)
        && status.team() != null
        && (me.teams().contains(status.team()) || me.role().equals("admin"));
  }

  private Facts boards(BenchmarkDetail benchmark) {
    var facts = new Facts();
    benchmark
        .leaderboards()
        .forEach(board ->
            facts.fact("Ranked on", Links.to("leaderboards/" + board.id(), board.title())));
    facts.fact("Compare", Links.to("compare?left=" + id, "with another submission"));
    return facts.fact("Submissions", QuotaWords.of(benchmark, Instant.now()));
  }

  private void showFailures(List<String> reasons) {
    failures.removeAll();
    if (!reasons.isEmpty()) {
      var list = new OrderedList();
      reasons.forEach(reason -> {
        var item = new ListItem(reason);
        item.addClassName("foreign");
        list.add(item);
      });
      var notice =
          Notice.look(
              "Some jobs failed",
              "What failed on our side costs no quota, and can be run again below.");
      notice.add(list);
      failures.add(notice);
    }
  }

  private void act(String action) {
    switch (changed(action)) {
      case Given<?> changed -> show(ask());
      case Denied(var why) -> {
        told.removeAll();
        told.add(Notice.of(why));
      }
    }
    watch.now();
  }

  private Answer<?> changed(String action) {
    var calls = new SubmissionCalls(api);
    var systemId = shown instanceof Given(var given) ? given.status().card().system() : null;
    return action.equals("publish") && systemId != null
        ? calls.publish(systemId)
        : calls.change(id, action);
  }
}
