package palmares.web.identity;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.PasswordField;
import palmares.contract.identity.Identity.NewSecret;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.IdentityCalls;
import palmares.web.page.Notice;
import palmares.web.page.Told;

/// Sets another password.
final class SecretCard extends Section {

  private static final int SHORTEST = 12;
  private static final int LONGEST = 200;

  private final IdentityCalls identity;
  private final PasswordField current = new PasswordField("Password of now");
  private final PasswordField wanted = new PasswordField("New password");
  private final PasswordField again = new PasswordField("The same once more");
  private final Told told = new Told();

  SecretCard(IdentityCalls identity) {
    this.identity = identity;
    addClassNames("card", "padded", "fields");
    wanted.setHelperText(
        SHORTEST + " to " + LONGEST + " characters. It ends your sessions everywhere else.");
    current.setHelperText("Empty if you came by a secret for one time");
    current.getElement().setAttribute("autocomplete", "current-password");
    for (var field : new PasswordField[] {wanted, again}) {
      field.getElement().setAttribute("autocomplete", "new-password");
    }
    var set = new Button("Set password", clicked -> set());
    set.setDisableOnClick(true);
    set.addClickListener(clicked -> set.setEnabled(true));
    var buttons = new Div(set);
    buttons.addClassName("buttons");
    add(new H2("Password"), current, wanted, again, buttons, told);
  }

  private void set() {
    told.removeAll();
    told.add(outcome());
  }

  private Notice outcome() {
    var secret = wanted.getValue();
    int length = secret.codePointCount(0, secret.length());
    if (length < SHORTEST || length > LONGEST) {
      return Notice.empty(
          "Not a password yet",
          "It has " + length + " characters; " + SHORTEST + " to " + LONGEST + " are needed.");
    }
    if (!secret.equals(again.getValue())) {
      return Notice.empty("Not the same twice", "Type the new password once more.");
    }
    return switch (identity.setSecret(
        new NewSecret(secret, current.isEmpty() ? null : current.getValue()))) {
      case Given<?> done -> {
        current.clear();
        wanted.clear();
        again.clear();
        yield Notice.done(
            "Password set", "It holds from the next sign-in on; you stay signed in here.");
      }
      case Denied(var why) -> Notice.of(why);
    };
  }
}
