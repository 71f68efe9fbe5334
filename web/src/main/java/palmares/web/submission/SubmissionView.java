package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.EvaluatorProgress;
import palmares.contract.submission.TimelineEvent;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.page.Instants;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Refresher;
import palmares.web.page.Visitor;

/// Follows one submission: where it stands, what happened, and what happens next.
@PageTitle("Submission · Palmares")
@Route(value = "submissions/:id", layout = PageFrame.class)
public final class SubmissionView extends Div implements BeforeEnterObserver {

  private static final Duration PERIOD = Duration.ofSeconds(2);

  private final ApiClient api;
  private volatile String id = "";
  private @Nullable Answer<Course> shown;

  public SubmissionView(ApiClient api, Refresher refresher) {
    this.api = api.as(Visitor.currentToken());
    refresher.keep(this, PERIOD, this::ask, this::show);
  }

  record Course(SubmissionStatus status, List<TimelineEvent> timeline) {}

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Visitor.admitted(event)) {
      id = event.getRouteParameters().get("id").orElse("");
      show(ask());
    }
  }

  private Answer<Course> ask() {
    return switch (api.submission(id)) {
      case Given(var status) ->
          switch (api.timeline(id)) {
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
      removeAll();
      switch (answer) {
        case Given(var course) -> show(course);
        case Denied(var why) -> add(Notice.of(why));
      }
    }
    return switch (answer) {
      case Given(var course) -> !StateWords.ended(course.status());
      case Denied(var why) -> !(why instanceof Denial.SignedOut);
    };
  }

  private void show(Course course) {
    var status = course.status();
    add(
        new PageHeader(status.system())
            .crumb(status.benchmark() + " " + status.version() + " · team " + status.team())
            .lead(StateWords.of(status)));
    var grid = new Div(timeline(course.timeline()), evaluators(status));
    grid.addClassName("grid");
    add(grid);
    if (!status.failures().isEmpty()) {
      var failures = new OrderedList();
      status.failures().forEach(failure -> failures.add(new ListItem(failure)));
      add(card("What failed", failures));
    }
  }

  private static Component timeline(List<TimelineEvent> events) {
    var list = new OrderedList();
    list.addClassName("timeline");
    for (var event : events) {
      var time = new Span(Instants.time(event.at()));
      time.addClassName("time");
      list.add(new ListItem(text(event.text(), "event"), time));
    }
    return card("What happened (UTC)", list);
  }

  private static Component evaluators(SubmissionStatus status) {
    var pairs = new Div();
    pairs.addClassName("pairs");
    pair(pairs, "Responses", status.responses() + " of " + status.examples());
    status.jobs().forEach((state, count) -> pair(pairs, "Jobs " + state, count.toString()));
    status.evaluators().forEach(each -> pair(pairs, each.evaluator(), progress(each, status)));
    return card("How far", pairs);
  }

  private static String progress(EvaluatorProgress progress, SubmissionStatus status) {
    String done = progress.scored() + progress.unscored() + " of " + status.examples();
    return progress.mean() == null
        ? done
        : done + ", mean " + String.format(Locale.ROOT, "%.3f", progress.mean());
  }

  private static void pair(Div pairs, String name, String value) {
    pairs.add(text(name, "foreign"), text(value, "number"));
  }

  private static Div card(String title, Component content) {
    var card = new Div(new H2(title), content);
    card.addClassNames("card", "padded");
    return card;
  }

  private static Paragraph text(String text, String name) {
    var paragraph = new Paragraph(text);
    paragraph.addClassNames(name, "foreign");
    return paragraph;
  }
}
