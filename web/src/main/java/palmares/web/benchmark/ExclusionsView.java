package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import java.util.stream.Stream;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.ExclusionCheck;
import palmares.contract.benchmark.NewExclusion;
import palmares.contract.page.Page;
import palmares.web.benchmark.ExclusionForm.Subject;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.ExclusionCalls;
import palmares.web.client.SubmissionCalls;
import palmares.web.client.SubmissionCalls.Which;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.SureButton;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// What the leaderboards of a benchmark version leave out and why, for everyone to read; organisers
/// leave out more and let it count again.
@PageTitle("Left out · Palmares")
@Route(value = "benchmarks/:name/exclusions", layout = PageFrame.class)
public final class ExclusionsView extends Div implements BeforeEnterObserver {

  private static final int AT_ONCE = 100;

  private final BenchmarkCalls benchmarks;
  private final ExclusionCalls calls;
  private final SubmissionCalls submissions;
  private final Told told = new Told();
  private final Div list = new Div();
  private final Div content = new Div(list);
  private PageHeader header = new PageHeader("");
  private ExclusionForm form = new ExclusionForm(kind -> List.of(), wanted -> {}, wanted -> {});
  private String name = "";
  private String version = "";

  public ExclusionsView(ApiClient api) {
    var mine = api.as(Visitor.currentToken());
    benchmarks = new BenchmarkCalls(mine);
    calls = new ExclusionCalls(mine);
    submissions = new SubmissionCalls(mine);
    list.addClassName("stack");
    content.addClassName("stack");
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    name = event.getRouteParameters().get("name").orElse("");
    var asked = event.getLocation().getQueryParameters().getSingleParameter("version").orElse(null);
    removeAll();
    told.removeAll();
    switch (benchmarks.benchmark(name, asked)) {
      case Given(var benchmark) -> show(benchmark);
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void show(BenchmarkDetail benchmark) {
    version = benchmark.version();
    header = new PageHeader("What is left out?").crumb(crumb(benchmark));
    content.removeAll();
    content.add(list);
    add(header, told, content);
    if (Visitor.organises()) {
      form = new ExclusionForm(kind -> known(benchmark, kind), this::check, this::exclude);
      content.add(form);
    }
    refresh();
  }

  private Component[] crumb(BenchmarkDetail benchmark) {
    var others =
        benchmark.versions().stream()
            .filter(each -> !each.equals(version))
            .map(each ->
                Links.to("benchmarks/" + name + "/exclusions?version=" + each, "version " + each));
    return Stream.concat(
            Stream.of(
                Links.to("benchmarks/" + name + "?version=" + version, benchmark.title()),
                new Span("version " + version)),
            others)
        .toArray(Component[]::new);
  }

  private void refresh() {
    list.removeAll();
    switch (calls.standing(name, version, null, AT_ONCE)) {
      case Given(var standing) -> {
        switch (calls.lifted(name, version, null, AT_ONCE)) {
          case Given(var lifted) -> show(standing, lifted);
          case Denied(var why) -> list.add(Notice.of(why));
        }
      }
      case Denied(var why) -> list.add(Notice.of(why));
    }
  }

  private void show(Page<Exclusion> standing, Page<Exclusion> lifted) {
    header.lead(
        standing.next() == null
            ? lead(standing.items().size())
            : "More than %d things, on every leaderboard of version %s. Their evidence stays."
                .formatted(AT_ONCE, version));
    if (standing.items().isEmpty() && lifted.items().isEmpty()) {
      list.add(
          Notice.empty(
              "Nothing was ever left out",
              "Should an example leak or a submission prove copied, it stands here, with the"
                  + " reason."));
    }
    if (!standing.items().isEmpty()) {
      list.add(
          new ExclusionList(
              "Left out now",
              standing,
              all ->
                  Visitor.organises()
                      ? ExclusionTable.of(all, this::liftButton)
                      : ExclusionTable.of(all),
              cursor -> calls.standing(name, version, cursor, AT_ONCE)));
    }
    if (!lifted.items().isEmpty()) {
      list.add(
          new ExclusionList(
              "Counts again",
              lifted,
              ExclusionTable::of,
              cursor -> calls.lifted(name, version, cursor, AT_ONCE)));
    }
  }

  private String lead(int standing) {
    var words =
        switch (standing) {
          case 0 -> "Nothing: all that was measured counts on the leaderboards of version %s.";
          case 1 -> "One thing, on every leaderboard of version %s. Its evidence stays.";
          default ->
              standing + " things, on every leaderboard of version %s. Their evidence stays.";
        };
    return words.formatted(version);
  }

  private Component liftButton(Exclusion exclusion) {
    return new SureButton(
        "Let it count…",
        "Every leaderboard of the version is built anew with it.",
        "Let it count again",
        () -> lift(exclusion));
  }

  private List<Subject> known(BenchmarkDetail benchmark, LeftOutKind kind) {
    return switch (kind) {
      case SUBMISSION ->
          submissions.page(new Which(name, null, null), null, Page.DEFAULT_LIMIT)
                  instanceof Given(var page)
              ? page.items().stream()
                  .filter(each -> each.version().equals(version))
                  .map(each ->
                      new Subject(
                          each.id(),
                          "%s, %s".formatted(each.system(), Instants.day(each.submittedAt()))))
                  .toList()
              : List.of();
      case RATER -> benchmark.evaluators().stream().map(key -> new Subject(key, key)).toList();
      case RUN, EXAMPLE -> List.of();
    };
  }

  private void check(NewExclusion wanted) {
    switch (calls.check(name, version, wanted)) {
      case Given(var would) -> form.tell(Notice.done("What would happen", words(would)));
      case Denied(var why) -> form.tell(Notice.of(why));
    }
  }

  private static String words(ExclusionCheck would) {
    var submissions =
        would.submissions() == 1
            ? "1 submission with an ended run"
            : would.submissions() + " submissions with an ended run";
    return "It concerns %s, on: %s. Nothing is left out yet."
        .formatted(submissions, String.join(", ", would.leaderboards()));
  }

  private void exclude(NewExclusion wanted) {
    told.removeAll();
    switch (calls.exclude(name, version, wanted)) {
      case Given(var made) -> {
        form.clear();
        say("It is left out", "The leaderboards are built anew.", "Take it back", () -> lift(made));
      }
      case Denied(var why) -> form.tell(Notice.of(why));
    }
    refresh();
  }

  private void lift(Exclusion exclusion) {
    told.removeAll();
    switch (calls.lift(name, version, exclusion.id())) {
      case Given(var lifted) -> {
        var again = new NewExclusion(lifted.kind(), lifted.subject(), lifted.reason());
        say(
            "It counts again",
            "The leaderboards are built anew.",
            "Leave it out again",
            () -> exclude(again));
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
    refresh();
  }

  /// What was done, with the way back where the keyboard is.
  private void say(String title, String text, String wayBack, Runnable undo) {
    var notice = Notice.done(title, text);
    var button = new NativeButton(wayBack, clicked -> undo.run());
    button.addClassName("button");
    notice.add(button);
    told.add(notice);
    button.focus();
  }
}
