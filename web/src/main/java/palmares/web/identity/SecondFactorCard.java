package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import palmares.contract.identity.SecondFactors;
import palmares.contract.identity.SecondFactors.Enrolment;
import palmares.contract.identity.SecondFactors.RecoveryCodes;
import palmares.contract.identity.SecondFactors.SecondFactor;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.IdentityCalls;
import palmares.web.page.Moment;
import palmares.web.page.Notice;
import palmares.web.page.OnceShown;
import palmares.web.page.StateChip;
import palmares.web.page.Told;
import palmares.web.page.Tone;
import palmares.web.page.Words;

/// Sets a second factor up, shows its recovery codes once, and removes it.
final class SecondFactorCard extends Section {

  private final IdentityCalls identity;
  private final Told told = new Told();
  private final Div content = new Div();

  SecondFactorCard(IdentityCalls identity) {
    this.identity = identity;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Second factor");
    content.addClassName("stack");
    add(new H2("Second factor"), told, content);
    refresh();
  }

  private void refresh() {
    content.removeAll();
    switch (identity.secondFactor()) {
      case Given(var factor) -> show(factor);
      case Denied(var why) -> content.add(Notice.of(why));
    }
  }

  private void show(SecondFactor factor) {
    var since = factor.since();
    if (since == null) {
      content.add(
          Words.soft(
              "With a second factor, whoever has your password alone cannot sign in. Tokens of"
                  + " scripts go on working."),
          CardButtons.row(CardButtons.button("Set it up", this::begin)));
    } else {
      showOn(since, factor.recoveryCodesLeft());
    }
  }

  private void showOn(Instant since, int codesLeft) {
    var state = new Div(new StateChip("on", Tone.HERE), Words.soft(" since "), Moment.day(since));
    var code = codeField();
    content.add(
        state,
        Words.soft(codesLeft + " of your recovery codes are still good."),
        code,
        CardButtons.row(
            CardButtons.button("New recovery codes", () -> renew(code)),
            CardButtons.button("Remove it", () -> remove(code))));
  }

  private void begin() {
    told.removeAll();
    switch (identity.beginSecondFactor()) {
      case Given(var enrolment) -> {
        content.removeAll();
        content.add(enrolment(enrolment));
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }

  private Component enrolment(Enrolment enrolment) {
    var key = new Code(String.join(" ", enrolment.key().split("(?<=\\G.{4})")));
    key.addClassName("secret");
    key.getElement().setAttribute("aria-label", "Key").setAttribute("tabindex", "0");
    var code = codeField();
    code.setHelperText("The six digits that the app shows now.");
    var steps =
        new Div(
            new Paragraph("Let an authenticator app on your phone read this picture,"),
            new Div(QrPicture.of(enrolment.uri(), "The key as a QR code")),
            new Paragraph("or type this key into it. It is shown now and never again."),
            key,
            code,
            CardButtons.row(CardButtons.button("Confirm", () -> confirm(code))));
    steps.addClassName("stack");
    return steps;
  }

  private void confirm(TextField code) {
    shown(
        code,
        identity.confirmSecondFactor(new SecondFactors.Code(code.getValue().strip())),
        this::showCodes);
  }

  private void renew(TextField code) {
    shown(
        code,
        identity.renewRecoveryCodes(new SecondFactors.Code(code.getValue().strip())),
        this::showCodes);
  }

  private void remove(TextField code) {
    shown(
        code,
        identity.removeSecondFactor(new SecondFactors.Code(code.getValue().strip())),
        done ->
            told.add(
                Notice.done("Second factor removed", "Your password alone signs you in again.")));
  }

  private void showCodes(RecoveryCodes codes) {
    told.add(
        new OnceShown(
            "The second factor is on. These recovery codes are shown now and never again.",
            "Each is good once, where you have no device at hand. Keep them away from your password.",
            "Recovery codes",
            lines(codes.codes())));
  }

  private static String lines(List<String> codes) {
    return String.join("\n", codes);
  }

  private <T> void shown(TextField code, Answer<T> answer, Consumer<T> given) {
    told.removeAll();
    switch (answer) {
      case Given<T>(var value) -> {
        refresh();
        given.accept(value);
      }
      case Denied<T>(var why) -> {
        code.clear();
        code.focus();
        told.add(Notice.of(why));
      }
    }
  }

  private static TextField codeField() {
    var code = new TextField("Code");
    code.setHelperText("Six digits of your authenticator app, or a recovery code.");
    code.getElement().setAttribute("autocomplete", "one-time-code");
    return code;
  }
}
