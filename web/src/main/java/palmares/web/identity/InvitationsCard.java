package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import java.util.List;
import palmares.contract.identity.Teams.Invitation;
import palmares.contract.identity.Teams.NewInvitation;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.TeamCalls;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.OnceShown;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.SureButton;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// Asks people to join a team by a link, and takes it back while nobody has used it.
final class InvitationsCard extends Section {

  private final TeamCalls teams;
  private final String team;
  private final ComboBox<String> role = new ComboBox<>("As");
  private final ComboBox<Life> life = new ComboBox<>("The link works for");
  private final Div made = new Div();
  private final Div pending = new Div();

  private record Life(String words, int hours) {}

  private static final List<Life> LIVES =
      List.of(new Life("a day", 24), new Life("3 days", 72), new Life("30 days", 720));

  InvitationsCard(TeamCalls teams, String team) {
    this.teams = teams;
    this.team = team;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Invitations");
    role.setItems("member", "owner");
    role.setValue("member");
    life.setItems(LIVES);
    life.setItemLabelGenerator(Life::words);
    life.setValue(LIVES.get(1));
    var invite = new Button("Make a link", clicked -> invite());
    invite.setDisableOnClick(true);
    invite.addClickListener(clicked -> invite.setEnabled(true));
    var buttons = new Div(invite);
    buttons.addClassName("buttons");
    add(new H2("Invitations"), role, life, buttons, made, pending);
    refresh();
  }

  private void invite() {
    made.removeAll();
    if (role.isEmpty() || life.isEmpty()) {
      made.add(Notice.empty("Something is missing", "Say as what, and for how long."));
      return;
    }
    var wanted = new NewInvitation(role.getValue(), life.getValue().hours());
    switch (teams.invite(team, wanted)) {
      case Given(var invitation) ->
          UI.getCurrent()
              .getPage()
              .fetchCurrentURL(here -> {
                var link =
                    here.getProtocol()
                        + "://"
                        + here.getAuthority()
                        + "/"
                        + InvitationView.PATH
                        + "#"
                        + invitation.secret();
                made.add(
                    new OnceShown(
                        "Whoever has this link may join once. It is shown now and never again.",
                        "Send it to one person, by a way that only they read.",
                        "Invitation link",
                        link));
              });
      case Denied(var why) -> made.add(Notice.of(why));
    }
    refresh();
  }

  private void refresh() {
    pending.removeAll();
    switch (teams.invitations(team)) {
      case Given(var all) ->
          pending.add(
              all.isEmpty()
                  ? Words.soft("Nobody has an invitation that is still open.")
                  : table(all));
      case Denied(var why) -> pending.add(Notice.of(why));
    }
  }

  private Component table(List<Invitation> all) {
    var table =
        new PlainTable(
            Column.of("As"),
            Column.of("Made by", "wide"),
            Column.of("Works until"),
            Column.of("Change"));
    for (var each : all) {
      table.line(
          Words.soft(each.role()),
          Words.foreign(each.invitedBy()),
          Moment.day(each.expiresAt()),
          new SureButton(
              "Withdraw",
              "Its link opens nothing from then on.",
              "Withdraw it",
              () -> {
                made.removeAll();
                if (teams.withdraw(team, each.id()) instanceof Denied<?>(var why)) {
                  made.add(Notice.of(why));
                }
                refresh();
              }));
    }
    return new TableFrame("Open invitations", table);
  }
}
