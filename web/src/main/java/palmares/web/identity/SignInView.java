package palmares.web.identity;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import palmares.contract.identity.Identity.Session;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.identity.SecondFactors;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.ApiSession;
import palmares.web.client.Denial;
import palmares.web.page.Notice;
import palmares.web.page.PageFrame;
import palmares.web.page.PageHeader;
import palmares.web.page.Told;
import palmares.web.page.Visitor;

/// Signs a person in by account and secret.
@PageTitle("Sign in · Palmares")
@Route(value = Visitor.SIGN_IN, layout = PageFrame.class)
public final class SignInView extends Div implements BeforeEnterObserver {

  private final ApiClient api;
  private final TextField account = new TextField("Account");
  private final PasswordField secret = new PasswordField("Password or one-time secret");
  private final Div withKeycloak = new Div();
  private final TextField code = new TextField("Code of your second factor");
  private final Told told = new Told();
  private String wanted = OwnPath.HOME;

  public SignInView(ApiClient api, SignInWays ways) {
    this.api = api;
    addClassName("narrow");
    withKeycloak.addClassNames("card", "padded");
    account.setAutofocus(!ways.keycloak());
    account.getElement().setAttribute("autocomplete", "username");
    secret.getElement().setAttribute("autocomplete", "current-password");
    code.getElement().setAttribute("autocomplete", "one-time-code");
    code.setHelperText("Six digits of your authenticator app, or a recovery code.");
    code.setVisible(false);
    var signIn = new Button("Sign in", clicked -> signIn());
    signIn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    signIn.addClickShortcut(Key.ENTER);
    var form = new Div(account, secret, code, signIn, told);
    form.addClassNames("card", "form");
    var header = new PageHeader("Who are you?");
    if (ways.keycloak()) {
      add(header, withKeycloak);
      form.addComponentAsFirst(new Paragraph("Or with an account of this platform's own:"));
    } else {
      add(
          header.lead(
              "The first secret of a new platform stands in its terminal and is good once, here or"
                  + " there; “palmares password” or the page Account sets a password."));
    }
    add(form);
  }

  // Not a page of ours to be shown in place, but a way out of them.
  private void showWayToKeycloak() {
    var to = URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    var link = new Anchor(OpenIdSignIn.PATH + "?to=" + to, "Sign in with Keycloak");
    link.addClassName("button");
    link.getElement().setAttribute("router-ignore", true);
    withKeycloak.removeAll();
    withKeycloak.add(link);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var asked = event.getLocation().getQueryParameters();
    wanted = OwnPath.of(asked.getSingleParameter(Visitor.TO).orElse(null));
    showWayToKeycloak();
    var why = OpenIdSignIn.Outcome.of(asked.getSingleParameter("why").orElse(null));
    if (why != null) {
      addComponentAtIndex(1, Notice.look(why.title(), why.text()));
    }
  }

  private void signIn() {
    told.removeAll();
    if (account.isEmpty() || secret.isEmpty()) {
      told.add(Notice.empty("Something is missing", "Account and secret are both needed."));
      return;
    }
    var typed = code.isVisible() && !code.isEmpty() ? code.getValue().strip() : null;
    switch (api.signIn(new SignIn(account.getValue().strip(), secret.getValue(), typed))) {
      case Given(Session session) ->
          new Visitor(
                  session.me().account(), session.me().role(), new ApiSession(api, session.token()))
              .enter(UI.getCurrent(), session.oneTime() ? AccountView.PASSWORD_IS_NEEDED : wanted);
      case Denied(var why) -> told.add(refusal(why));
    }
  }

  private Notice refusal(Denial why) {
    if (why instanceof Denial.Refused(var problem)
        && Set.of(SecondFactors.CODE_NEEDED, SecondFactors.CODE_WRONG).contains(problem.type())) {
      boolean wrong = code.isVisible();
      code.setVisible(true);
      code.clear();
      code.focus();
      return wrong
          ? Notice.of(why)
          : Notice.empty("One more step", "This account has a second factor: give a code of it.");
    }
    secret.clear();
    secret.focus();
    return why instanceof Denial.SignedOut
        ? Notice.empty(
            "Not signed in",
            "No account has this name and secret. A one-time secret works only once.")
        : Notice.of(why);
  }
}
