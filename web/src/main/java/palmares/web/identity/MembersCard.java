package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import palmares.contract.identity.Teams.Member;
import palmares.contract.identity.Teams.Team;
import palmares.web.page.Moment;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.SureButton;
import palmares.web.page.TableFrame;
import palmares.web.page.Words;

/// Who belongs to a team, and as what.
final class MembersCard extends Section {

  /// What may be done to a member.
  interface Changes {
    void role(String account, String role);

    void remove(String account);
  }

  private final Team team;
  private final String me;
  private final boolean changeable;
  private final Changes changes;

  /// @param me the account of who looks
  /// @param changeable whether they say who belongs to it
  MembersCard(Team team, String me, boolean changeable, Changes changes) {
    this.team = team;
    this.me = me;
    this.changeable = changeable && !team.personal();
    this.changes = changes;
    addClassNames("card", "padded");
    getElement().setAttribute("aria-label", "Members");
    var table =
        new PlainTable(
            Column.of("Account"),
            Column.of("Role"),
            Column.of("Since", "wide"),
            Column.of("Change"));
    team.members()
        .forEach(member ->
            table.line(
                Words.foreign(member.account(), "name"),
                role(member),
                Moment.day(member.since()),
                ending(member)));
    add(new H2("Members"), new TableFrame("Members", table));
  }

  static String words(String role) {
    return role.equals("owner") ? "an owner" : "a member";
  }

  private Component role(Member member) {
    if (!changeable) {
      return new Span(member.role());
    }
    var role = new ComboBox<String>();
    role.setItems("owner", "member");
    role.setAllowCustomValue(false);
    role.setValue(member.role());
    role.setAriaLabel("Role of " + member.account());
    role.addClassName("short");
    role.addValueChangeListener(chosen -> {
      if (chosen.isFromClient() && chosen.getValue() != null) {
        changes.role(member.account(), chosen.getValue());
      }
    });
    return role;
  }

  private Component ending(Member member) {
    boolean own = member.account().equals(me);
    if (team.personal() || team.provided() || !(own || changeable)) {
      return Words.soft("–");
    }
    return own
        ? new SureButton(
                "Leave",
                "You no longer see what the team keeps to itself; only an owner can ask you back.",
                "Leave " + team.name(),
                () -> changes.remove(me))
            .wayBack("Stay")
        : new SureButton(
            "Remove",
            member.account() + " no longer sees what the team keeps to itself.",
            "Remove " + member.account(),
            () -> changes.remove(member.account()));
  }
}
