package palmares.web.identity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import palmares.contract.identity.Identity.Me;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.IdentityCalls;
import palmares.web.client.NotificationCalls;
import palmares.web.page.Card;
import palmares.web.page.Facts;
import palmares.web.page.Links;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;

/// Who is signed in, what speaks in their name, and how to end it.
@PageTitle("Account · Palmares")
@Route(value = "account", layout = PageFrame.class)
public final class AccountView extends Div implements BeforeEnterObserver {

  /// The way to this page for whoever has just spent a secret that was good for one time.
  static final String PASSWORD_IS_NEEDED = "/account?password=needed";

  private final IdentityCalls identity;
  private final NotificationCalls notifications;

  public AccountView(ApiClient api) {
    var mine = api.as(Visitor.currentToken());
    identity = new IdentityCalls(mine);
    notifications = new NotificationCalls(mine);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (Visitor.admitted(event)) {
      switch (identity.me()) {
        case Given(var me) ->
            show(
                me,
                event
                    .getLocation()
                    .getQueryParameters()
                    .getSingleParameter("password")
                    .isPresent());
        case Denied(var why) -> add(new PageHeader("Who am I here?"), Notice.of(why));
      }
    }
  }

  private void show(Me me, boolean needsPassword) {
    var access = new AccessCard(identity, me.scopes());
    var side =
        new Div(
            who(me),
            new SecretCard(identity),
            new SecondFactorCard(identity),
            new MailCard(notifications));
    side.addClassName("stack");
    var columns = new Div(access, side);
    columns.addClassName("grid");
    add(
        new PageHeader("Who am I here?")
            .lead("You are " + me.account() + ", and " + ScopeWords.ofRole(me.role()) + "."));
    if (needsPassword) {
      add(
          Notice.look(
              "Set a password now",
              "The secret you signed in with was good for one time. Without a password you cannot"
                  + " come back when this session ends."));
    }
    add(columns);
  }

  private static Card who(Me me) {
    var facts = new Facts().fact("Account", me.account()).fact("Role", me.role());
    var teams = new Div();
    me.teams().forEach(team -> teams.add(new Div(Links.to("teams/" + team, team))));
    facts.fact("Teams", me.teams().isEmpty() ? new Span("none") : teams);
    var more = new Div(Links.button("teams", "Members and invitations"));
    more.addClassName("buttons");
    return Card.titled("Account", facts, more);
  }
}
