package palmares.web.identity;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashSet;
import palmares.contract.notification.Notifications.Webhook;
import palmares.contract.notification.Notifications.WebhookChange;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.NotificationCalls;
import palmares.web.page.Notice;
import palmares.web.page.Told;

/// Asks where a webhook goes and what it is told of; its secret stays.
final class WebhookEditor extends Div {

  private final NotificationCalls calls;
  private final String team;
  private final Webhook webhook;
  private final TextField url = new TextField("New address");
  private final EventBoxes events = new EventBoxes("Tell this one when");
  private final Told told = new Told();
  private final Runnable changed;

  /// @param changed runs once it is another
  /// @param left runs if it stays as it is
  WebhookEditor(
      NotificationCalls calls, String team, Webhook webhook, Runnable changed, Runnable left) {
    this.calls = calls;
    this.team = team;
    this.webhook = webhook;
    this.changed = changed;
    addClassNames("fields", "editor");
    getElement().setAttribute("role", "group").setAttribute("aria-label", "Change a webhook");
    url.setValue(webhook.url());
    url.setHelperText("What waits goes there too. The secret stays.");
    events.setValue(new HashSet<>(webhook.events()));
    add(
        new H3("Change a webhook"),
        url,
        events,
        told,
        CardButtons.row(
            CardButtons.button("Save", this::save), CardButtons.button("Leave it as it is", left)));
    url.focus();
  }

  private void save() {
    told.removeAll();
    if (url.isEmpty() || events.isEmpty()) {
      told.add(Notice.empty("Something is missing", "Give an address, and say of what to tell."));
      return;
    }
    var change = new WebhookChange(url.getValue().strip(), events.chosen(), null);
    switch (calls.change(team, webhook.id(), change)) {
      case Given(var now) -> changed.run();
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }
}
