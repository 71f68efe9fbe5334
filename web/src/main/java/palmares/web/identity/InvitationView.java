package palmares.web.identity;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import palmares.contract.identity.Teams.Offer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.client.TeamCalls;
import palmares.web.page.Card;
import palmares.web.page.Facts;
import palmares.web.page.Links;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Visitor;
import palmares.web.page.Words;

/// What a link of invitation opens. Its secret stands behind `#`, which browsers send to no server;
/// the page asks for it, takes it out of the address and keeps it in the session, so that it is
/// still there when somebody had to sign in first.
@PageTitle("Invitation · Palmares")
@Route(value = InvitationView.PATH, layout = PageFrame.class)
public final class InvitationView extends Div {

  static final String PATH = "invitation";

  private static final String TAKE =
      """
      const secret = window.location.hash.substring(1);
      if (secret) {
        window.history.replaceState(window.history.state, '', window.location.pathname);
      }
      return secret;
      """;

  private final TeamCalls teams;
  private final Div content = new Div();

  private record Kept(String secret) {
    @Override
    public String toString() {
      return "Kept[]";
    }
  }

  public InvitationView(ApiClient api) {
    teams = new TeamCalls(api.as(Visitor.currentToken()));
    addClassName("narrow");
    add(new PageHeader("Do you want to join?"), content);
  }

  @Override
  protected void onAttach(AttachEvent event) {
    getElement().executeJs(TAKE).then(String.class, this::opened);
  }

  private void opened(String secret) {
    var session = VaadinSession.getCurrent();
    if (!secret.isEmpty()) {
      session.setAttribute(Kept.class, new Kept(secret));
    }
    var kept = session.getAttribute(Kept.class);
    content.removeAll();
    if (kept == null) {
      content.add(
          Notice.empty(
              "No invitation", "The link is not complete. Ask for another, and open it whole."));
    } else if (Visitor.current() == null) {
      Visitor.signInAgain(UI.getCurrent());
    } else {
      switch (teams.offer(kept.secret())) {
        case Given(var offer) -> content.add(card(offer, kept.secret()));
        case Denied(var why) -> refused(why);
      }
    }
  }

  private Card card(Offer offer, String secret) {
    var join = new Button("Join " + offer.team(), clicked -> join(secret));
    join.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    join.setDisableOnClick(true);
    var buttons = new Div(join, Links.button("teams", "Not now"));
    buttons.addClassName("buttons");
    return Card.titled(
        "Invitation",
        new Facts()
            .fact("Team", Words.foreign(offer.team()))
            .fact("You would be", MembersCard.words(offer.role()))
            .fact("Invited by", Words.foreign(offer.invitedBy()))
            .fact("Works until", Moment.day(offer.expiresAt())),
        buttons);
  }

  private void join(String secret) {
    switch (teams.accept(secret)) {
      case Given(var team) -> {
        VaadinSession.getCurrent().setAttribute(Kept.class, null);
        UI.getCurrent().navigate("teams/" + team.name());
      }
      case Denied(var why) -> refused(why);
    }
  }

  private void refused(Denial why) {
    content.removeAll();
    content.add(Notice.of(why));
    if (why instanceof Denial.Unknown) {
      VaadinSession.getCurrent().setAttribute(Kept.class, null);
    }
  }
}
