package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import java.time.Instant;
import java.util.ArrayList;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.page.Card;
import palmares.web.page.Facts;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.QuotaWords;
import palmares.web.page.Visitor;

/// One version of a benchmark: what it is, its rules, its examples, and how to take part.
@Route(value = "benchmarks/:name", layout = PageFrame.class)
public final class BenchmarkView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final int DIGITS = 12;

  private final BenchmarkCalls calls;
  private String title = "Benchmark";

  public BenchmarkView(ApiClient api) {
    calls = new BenchmarkCalls(api.as(Visitor.currentToken()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElse("");
    var version =
        event.getLocation().getQueryParameters().getSingleParameter("version").orElse(null);
    removeAll();
    switch (calls.benchmark(name, version)) {
      case Given(var benchmark) -> show(benchmark);
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  @Override
  public String getPageTitle() {
    return title + " · Palmares";
  }

  private void show(BenchmarkDetail benchmark) {
    title = benchmark.title();
    var rules = new Div(Card.titled("Rules", rules(benchmark)));
    rules.add(Card.titled("Leaderboards", boards(benchmark)));
    rules.addClassName("beside");
    var about = new Div(Card.titled("Take part", new TakingPart(calls, benchmark)));
    about.addClassName("beside");
    var grid = new Div(about, rules);
    grid.addClassName("grid");
    add(
        new PageHeader(benchmark.title()).crumb(crumb(benchmark)).lead(RuleWords.lead(benchmark)),
        state(benchmark),
        description(benchmark),
        grid,
        Card.titled(
            "Examples, without what is expected",
            new ExamplesList(calls, benchmark.name(), benchmark.version())));
  }

  private static Component[] crumb(BenchmarkDetail benchmark) {
    var places = new ArrayList<Component>();
    places.add(new Span(benchmark.name()));
    places.add(new Span("version " + benchmark.version()));
    benchmark.versions().stream()
        .filter(version -> !version.equals(benchmark.version()))
        .forEach(version ->
            places.add(
                Links.to(
                    "benchmarks/" + benchmark.name() + "?version=" + version,
                    "version " + version)));
    if (benchmark.mayChange()) {
      places.add(Links.to("benchmarks/" + benchmark.name() + "/manage", "Manage"));
    }
    return places.toArray(Component[]::new);
  }

  private static Component state(BenchmarkDetail benchmark) {
    return switch (benchmark.state()) {
      case "closed" ->
          Notice.look("Closed", "No submission is taken any more; the leaderboards stay.");
      case "withdrawn" ->
          Notice.look(
              "Withdrawn",
              "Its organisers have taken it back; what was measured keeps its address.");
      case "upcoming" -> Notice.empty("Not open yet", "Submissions are taken from its opening on.");
      default -> new Div();
    };
  }

  private static Component description(BenchmarkDetail benchmark) {
    var text = new Paragraph(benchmark.description());
    text.addClassNames("description", "foreign");
    text.setVisible(!benchmark.description().isBlank());
    return text;
  }

  private static Facts rules(BenchmarkDetail benchmark) {
    var facts = new Facts();
    facts.addClassName("wordy");
    facts.fact("Main metric", benchmark.mainMetric());
    facts.fact("Evaluators", String.join(", ", benchmark.evaluators()));
    if (!benchmark.categories().isEmpty()) {
      facts.fact("Categories", RuleWords.categories(benchmark.categories()));
    }
    facts.fact("Entry", RuleWords.entryRule(benchmark.entryRule()));
    facts.fact("Gaps", RuleWords.gaps(benchmark.gaps()));
    facts.fact("You may see", RuleWords.visible(benchmark.visible()));
    facts.fact("Submissions", QuotaWords.of(benchmark, Instant.now()));
    if (benchmark.opensAt() != null) {
      facts.fact("Opens", Moment.deadline(benchmark.opensAt()));
    }
    if (benchmark.closesAt() != null) {
      facts.fact("Closes", Moment.deadline(benchmark.closesAt()));
    }
    facts.fact("Licence", benchmark.licence() == null ? "not given" : benchmark.licence());
    return facts.fact(
        "Digest", benchmark.digest().substring(0, Math.min(DIGITS, benchmark.digest().length())));
  }

  private static Component boards(BenchmarkDetail benchmark) {
    var boards = new Div();
    benchmark
        .leaderboards()
        .forEach(board -> {
          var link = Links.to("leaderboards/" + board.id(), board.title());
          link.addClassName("foreign");
          boards.add(new Div(link));
        });
    if (benchmark.leaderboards().isEmpty()) {
      boards.add(new Span("It has none."));
    }
    boards.add(
        new Div(
            Links.to(
                "benchmarks/%s/exclusions?version=%s"
                    .formatted(benchmark.name(), benchmark.version()),
                "What they leave out, and why")));
    return boards;
  }
}
