package palmares.web.identity;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import palmares.contract.identity.Teams.Team;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.BudgetCalls;
import palmares.web.client.Done;
import palmares.web.client.NotificationCalls;
import palmares.web.client.QuotaCalls;
import palmares.web.client.TeamCalls;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// One team: who belongs to it, who is asked to, what it may spend, and what its programs are told.
@PageTitle("Team · Palmares")
@Route(value = "teams/:team", layout = PageFrame.class)
public final class TeamView extends Div implements BeforeEnterObserver {

  private final TeamCalls teams;
  private final BudgetCalls budgets;
  private final QuotaCalls quotas;
  private final NotificationCalls notifications;
  private final Told told = new Told();
  private final Div content = new Div();

  public TeamView(ApiClient api) {
    var mine = api.as(Visitor.currentToken());
    teams = new TeamCalls(mine);
    budgets = new BudgetCalls(mine);
    quotas = new QuotaCalls(mine);
    notifications = new NotificationCalls(mine);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var visitor = Visitor.current();
    if (Visitor.admitted(event) && visitor != null) {
      var name = event.getRouteParameters().get("team").orElse("");
      add(new PageHeader(name).crumb(Links.to("teams", "Teams")), told, content);
      switch (teams.team(name)) {
        case Given(var team) -> {
          show(team, visitor);
          add(new QuotaCard(quotas, name), new SpendingCard(budgets, name, visitor.isAdmin()));
          if ("owner".equals(team.role()) || visitor.isAdmin()) {
            add(new WebhooksCard(notifications, name));
          }
        }
        case Denied(var why) -> content.add(Notice.of(why));
      }
    }
  }

  private void show(Team team, Visitor visitor) {
    content.removeAll();
    boolean changes = !team.provided() && ("owner".equals(team.role()) || visitor.isAdmin());
    if (team.personal()) {
      content.add(Notice.empty("This team is yours alone", "Nobody else can join it."));
    } else if (team.provided()) {
      content.add(
          Notice.empty(
              "The identity provider says who belongs here",
              "Members come and go there, not on this page."));
    }
    var members = new MembersCard(team, visitor.account(), changes, new Changes(team, visitor));
    if (changes && !team.personal()) {
      var grid = new Div(members, new InvitationsCard(teams, team.name()));
      grid.addClassName("grid");
      content.add(grid);
    } else {
      content.add(members);
    }
  }

  /// What is done to members, and told of where it was asked for.
  private final class Changes implements MembersCard.Changes {

    private final Team team;
    private final Visitor visitor;

    Changes(Team team, Visitor visitor) {
      this.team = team;
      this.visitor = visitor;
    }

    @Override
    public void role(String account, String role) {
      told.removeAll();
      switch (teams.setRole(team.name(), account, role)) {
        case Given(var changed) -> {
          told.add(
              Notice.done("Changed", account + " is " + MembersCard.words(role) + " from now on."));
          show(changed, visitor);
        }
        case Denied(var why) -> {
          told.add(Notice.of(why));
          show(team, visitor);
        }
      }
    }

    @Override
    public void remove(String account) {
      told.removeAll();
      Answer<Done> answer = teams.remove(team.name(), account);
      if (answer instanceof Denied<Done>(var why)) {
        told.add(Notice.of(why));
      } else if (account.equals(visitor.account())) {
        UI.getCurrent().navigate("teams");
      } else {
        told.add(Notice.done("Removed", account + " no longer belongs to " + team.name() + "."));
        switch (teams.team(team.name())) {
          case Given(var changed) -> show(changed, visitor);
          case Denied(var why) -> told.add(Notice.of(why));
        }
      }
    }
  }
}
