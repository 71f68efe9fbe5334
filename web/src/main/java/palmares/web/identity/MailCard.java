package palmares.web.identity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import palmares.contract.notification.Notifications.Mail;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.NotificationCalls;
import palmares.web.page.Notice;
import palmares.web.page.Told;
import palmares.web.page.Words;

/// What a person gets by mail, and where.
final class MailCard extends Section {

  private final NotificationCalls calls;
  private final Told told = new Told();
  private final Div content = new Div();

  MailCard(NotificationCalls calls) {
    this.calls = calls;
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Mail");
    content.addClassName("fields");
    add(new H2("Mail"), told, content);
    show(calls.mail(), null);
  }

  private void show(Answer<Mail> answer, @Nullable Notice done) {
    told.removeAll();
    switch (answer) {
      case Given(var mail) -> {
        content.removeAll();
        show(mail);
        if (done != null) {
          told.add(done);
        }
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }

  private void show(Mail mail) {
    var address = mail.address();
    if (!mail.available()) {
      content.add(
          Words.soft("This platform sends no mail: its operator has not set up a mail server."));
    } else if (address == null) {
      askForAddress();
    } else if (!mail.confirmed()) {
      askForCode(address);
    } else {
      askForEvents(mail, address);
    }
  }

  private void askForAddress() {
    var address = new EmailField("Address");
    address.setHelperText("A code is sent there first; nothing else before it came back.");
    content.add(
        address,
        CardButtons.row(
            CardButtons.button(
                "Send me a code", () -> show(calls.setAddress(address.getValue().strip()), null))));
  }

  private void askForCode(String address) {
    var code = new TextField("Code");
    code.setHelperText("It is good for an hour.");
    code.getElement().setAttribute("autocomplete", "one-time-code");
    content.add(
        new Div(Words.soft("A code is on its way to "), Words.foreign(address), Words.soft(".")),
        code,
        CardButtons.row(
            CardButtons.button(
                "Confirm",
                () ->
                    show(
                        calls.confirm(code.getValue().strip()),
                        Notice.done("Confirmed", "You get mail at " + address + "."))),
            CardButtons.button("Send another", () -> show(calls.setAddress(address), null)),
            CardButtons.button("Take another address", this::remove)));
  }

  private void askForEvents(Mail mail, String address) {
    var events = new EventBoxes("Write me when");
    events.setValue(Set.copyOf(mail.events()));
    content.add(
        new Div(Words.soft("To "), Words.foreign(address)),
        events,
        CardButtons.row(
            CardButtons.button(
                "Save",
                () ->
                    show(
                        calls.setEvents(events.chosen()),
                        Notice.done("Saved", "It holds from now on."))),
            CardButtons.button("No mail any more", this::remove)));
  }

  private void remove() {
    if (calls.removeAddress() instanceof Denied<?>(var why)) {
      told.removeAll();
      told.add(Notice.of(why));
    } else {
      show(calls.mail(), null);
    }
  }
}
