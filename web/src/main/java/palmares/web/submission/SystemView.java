package palmares.web.submission;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import palmares.contract.submission.SubmissionStatus.SystemCard;
import palmares.contract.system.SystemDetail;
import palmares.contract.system.SystemDetail.Standing;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.SubmissionCalls;
import palmares.web.page.Card;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.TableFrame;
import palmares.web.page.Visitor;
import palmares.web.page.Words;

/// What a team says of its system, for whoever sees a row of it on a leaderboard.
@Route(value = "systems/:id", layout = PageFrame.class)
public final class SystemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private final SubmissionCalls calls;
  private String title = "System";

  public SystemView(ApiClient api) {
    calls = new SubmissionCalls(api.as(Visitor.currentToken()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    removeAll();
    switch (calls.system(event.getRouteParameters().get("id").orElse(""))) {
      case Given(var system) -> show(system);
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  @Override
  public String getPageTitle() {
    return title + " · Palmares";
  }

  private void show(SystemDetail system) {
    title = system.name();
    var card =
        new SystemCard(
            system.id(),
            null,
            system.version(),
            system.builtIn(),
            system.baseModel(),
            system.licence(),
            system.description(),
            system.links());
    var facts = SystemFacts.of(system.kind(), card);
    facts.fact("First submitted", Moment.day(system.createdAt()));
    if (system.publishedAt() == null) {
      facts.fact("Published", "not yet: others see a number in place of its name");
    }
    var narrow = new Div(Card.titled("What its team says", facts));
    narrow.add(Card.titled("Where it stands", standings(system)));
    narrow.addClassName("narrow");
    add(
        new PageHeader(system.name())
            .crumb(Links.to("leaderboards", "Leaderboards"), new Span("team " + system.team()))
            .lead("A system that team " + system.team() + " has submitted."),
        narrow);
  }

  private static Component standings(SystemDetail system) {
    if (system.leaderboards().isEmpty()) {
      return Words.soft("On no leaderboard that you can see.");
    }
    var table = new PlainTable(Column.of("Leaderboard"), Column.of("Rank", "number"));
    for (var each : system.leaderboards()) {
      var board = Links.to("leaderboards/" + each.leaderboard(), each.title());
      board.addClassName("foreign");
      var benchmark = Words.foreign(each.benchmark() + " " + each.version(), "soft", "below");
      table.line(new Div(board, benchmark), new Span(rank(each)));
    }
    return new TableFrame("Where it stands", table);
  }

  private static String rank(Standing standing) {
    if (standing.rankLow() == null || standing.rankHigh() == null) {
      return "unranked";
    }
    return standing.rankLow().equals(standing.rankHigh())
        ? standing.rankLow().toString()
        : standing.rankLow() + "–" + standing.rankHigh();
  }
}
