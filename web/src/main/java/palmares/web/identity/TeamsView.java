package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.util.List;
import palmares.contract.identity.Teams.TeamSummary;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.TeamCalls;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Told;
import palmares.web.page.Visitor;
import palmares.web.page.Words;

/// The teams of who is signed in, and a way to make another.
@PageTitle("Teams · Palmares")
@Route(value = "teams", layout = PageFrame.class)
public final class TeamsView extends Div implements BeforeEnterObserver {

  private final TeamCalls teams;
  private final TextField name = new TextField("Name");
  private final Told told = new Told();

  public TeamsView(ApiClient api) {
    teams = new TeamCalls(api.as(Visitor.currentToken()));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (!Visitor.admitted(event)) {
      return;
    }
    add(
        new PageHeader("Who works with me?")
            .lead(
                "A team owns systems, submissions and benchmarks together, and has one quota."
                    + " Everyone has a team of their own."));
    switch (teams.mine()) {
      case Given(var mine) -> {
        var grid = new Div(list(mine), making());
        grid.addClassName("grid");
        add(grid);
      }
      case Denied(var why) -> add(Notice.of(why));
    }
  }

  private static Component list(List<TeamSummary> mine) {
    var list = new UnorderedList();
    list.addClassNames("card", "boards");
    mine.forEach(team -> list.add(item(team)));
    return list;
  }

  private static ListItem item(TeamSummary team) {
    var link = Links.to("teams/" + team.name(), team.name());
    link.addClassName("foreign");
    return new ListItem(link, new Div(Words.soft(about(team))));
  }

  private static String about(TeamSummary team) {
    if (team.personal()) {
      return "your own, which nobody else can join";
    }
    String members = team.members() == 1 ? "1 member" : team.members() + " members";
    return members
        + " · you are "
        + (team.role().equals("owner") ? "an owner" : "a member")
        + (team.provided() ? " · kept by the identity provider" : "");
  }

  private Component making() {
    name.setHelperText("1 to 64 of a-z, 0-9, '.', '_', '-'; shared with the names of accounts");
    var make = new Button("Make team", clicked -> make());
    make.setDisableOnClick(true);
    make.addClickListener(clicked -> make.setEnabled(true));
    var buttons = new Div(make);
    buttons.addClassName("buttons");
    var card = new Div(new H2("New team"), name, buttons, told);
    card.addClassNames("card", "padded", "fields");
    return card;
  }

  private void make() {
    told.removeAll();
    if (name.getValue().isBlank()) {
      told.add(Notice.empty("Something is missing", "A team has a name."));
      return;
    }
    switch (teams.create(name.getValue().strip())) {
      case Given(var team) -> UI.getCurrent().navigate("teams/" + team.name());
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }
}
