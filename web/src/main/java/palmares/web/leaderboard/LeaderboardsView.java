package palmares.web.leaderboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.page.Instants;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// All leaderboards that the visitor may see.
@PageTitle("Leaderboards · Palmares")
@Route(value = "leaderboards", layout = PageFrame.class)
public final class LeaderboardsView extends Div {

  public LeaderboardsView(ApiClient api) {
    add(new PageHeader("Which leaderboards are there?"));
    add(
        switch (api.as(Visitor.currentToken()).leaderboards()) {
          case Given(var page) -> list(page.items());
          case Denied(var why) -> Notice.of(why);
        });
    var elsewhere = new Paragraph(Links.to("imports", "What was measured elsewhere"));
    elsewhere.addClassName("note");
    add(elsewhere);
  }

  private static Component list(List<LeaderboardSummary> boards) {
    if (boards.isEmpty()) {
      return Notice.empty(
          "No leaderboards yet",
          "A benchmark brings its leaderboards with it. “palmares benchmark new mine” writes one"
              + " that runs.");
    }
    var list = new UnorderedList();
    list.addClassNames("card", "boards");
    boards.forEach(board -> list.add(item(board)));
    return list;
  }

  private static ListItem item(LeaderboardSummary board) {
    var link = Links.to("leaderboards/" + board.id(), board.title());
    link.addClassName("foreign");
    var about =
        new Paragraph(
            board.benchmark()
                + " "
                + board.version()
                + " · "
                + MethodWords.of(board.method()).title()
                + " · "
                + built(board));
    about.addClassName("soft");
    return new ListItem(link, about);
  }

  private static String built(LeaderboardSummary board) {
    return board.builtAt() == null ? "nothing ranked yet" : Instants.day(board.builtAt());
  }
}
