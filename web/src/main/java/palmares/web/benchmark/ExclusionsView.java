package palmares.web.benchmark;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.stream.Stream;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.page.Page;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BenchmarkCalls;
import palmares.web.client.ExclusionCalls;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// What the leaderboards of a benchmark version leave out and why, for everyone to read; whoever
/// may change it leaves out more and lets it count again.
@PageTitle("Left out · Palmares")
@Route(value = "benchmarks/:name/exclusions", layout = PageFrame.class)
public final class ExclusionsView extends Div implements BeforeEnterObserver {

  private final ApiClient api;

  public ExclusionsView(ApiClient api) {
    this.api = api.as(Visitor.currentToken());
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var name = event.getRouteParameters().get("name").orElse("");
    var asked = event.getLocation().getQueryParameters().getSingleParameter("version").orElse(null);
    removeAll();
    switch (new BenchmarkCalls(api).benchmark(name, asked)) {
      case Given(var benchmark) -> show(benchmark);
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private void show(BenchmarkDetail benchmark) {
    var header = new PageHeader("What is left out?").crumb(crumb(benchmark));
    add(
        header,
        new ExclusionDesk(
            new ExclusionCalls(api, benchmark.name(), benchmark.version()),
            benchmark.mayChange() ? new KnownSubjects(new SubmissionCalls(api), benchmark) : null,
            standing -> header.lead(lead(standing, benchmark.version()))));
  }

  private static Component[] crumb(BenchmarkDetail benchmark) {
    var path = "benchmarks/" + benchmark.name();
    var others =
        benchmark.versions().stream()
            .filter(each -> !each.equals(benchmark.version()))
            .map(each -> Links.to(path + "/exclusions?version=" + each, "version " + each));
    return Stream.concat(
            Stream.of(
                Links.to(path + "?version=" + benchmark.version(), benchmark.title()),
                new Span("version " + benchmark.version())),
            others)
        .toArray(Component[]::new);
  }

  private static String lead(Page<Exclusion> standing, String version) {
    int count = standing.items().size();
    if (standing.next() != null) {
      return "More than %d things, on every leaderboard of version %s. Their evidence stays."
          .formatted(ExclusionLists.AT_ONCE, version);
    }
    var words =
        switch (count) {
          case 0 -> "Nothing: all that was measured counts on the leaderboards of version %s.";
          case 1 -> "One thing, on every leaderboard of version %s. Its evidence stays.";
          default -> count + " things, on every leaderboard of version %s. Their evidence stays.";
        };
    return words.formatted(version);
  }
}
