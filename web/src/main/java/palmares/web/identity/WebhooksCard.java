package palmares.web.identity;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import palmares.contract.notification.Notifications.NewWebhook;
import palmares.contract.notification.Notifications.Webhook;
import palmares.contract.notification.Notifications.WebhookChange;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.NotificationCalls;
import palmares.web.page.Notice;
import palmares.web.page.OnceShown;
import palmares.web.page.PlainTable;
import palmares.web.page.PlainTable.Column;
import palmares.web.page.StateChip;
import palmares.web.page.SureButton;
import palmares.web.page.TableFrame;
import palmares.web.page.Told;
import palmares.web.page.Tone;
import palmares.web.page.Words;

/// The addresses that programs of a team are told at, and what was sent there.
final class WebhooksCard extends Section {

  private final NotificationCalls calls;
  private final String team;
  private final TextField url = new TextField("Address");
  private final EventBoxes events = new EventBoxes("Tell it when");
  private final Told told = new Told();
  // It can never be shown again, so only another secret takes its place.
  private final Told secret = new Told();
  private final Div webhooks = new Div();
  private final Div editing = new Div();
  private final Map<String, Button> edits = new HashMap<>();
  private final DeliveryList deliveries;

  WebhooksCard(NotificationCalls calls, String team) {
    this.calls = calls;
    this.team = team;
    this.deliveries = new DeliveryList(calls, team);
    addClassNames("card", "padded", "fields");
    getElement().setAttribute("aria-label", "Webhooks");
    url.setPlaceholder("https://");
    url.setHelperText("Each message is signed with a secret that is shown once.");
    events.setValue(java.util.Set.of("run-ended", "run-failed"));
    var buttons = CardButtons.row(CardButtons.button("Add webhook", this::add));
    add(new H2("Webhooks"), told, secret, webhooks, editing, url, events, buttons, deliveries);
    refresh();
  }

  private void add() {
    told.removeAll();
    if (url.isEmpty() || events.isEmpty()) {
      told.add(Notice.empty("Something is missing", "Give an address, and say of what to tell."));
      return;
    }
    switch (calls.create(team, new NewWebhook(url.getValue().strip(), events.chosen()))) {
      case Given(var made) -> {
        url.clear();
        show(made);
      }
      case Denied(var why) -> told.add(Notice.of(why));
    }
    refresh();
  }

  private void show(Webhook made) {
    secret.removeAll();
    secret.add(
        new OnceShown(
            "This secret signs what the webhook gets. It is shown now and never again.",
            "Keep it where the receiver checks the signature.",
            "Secret of the webhook",
            String.valueOf(made.secret())));
  }

  private void refresh() {
    webhooks.removeAll();
    edits.clear();
    switch (calls.webhooks(team)) {
      case Given(var all) ->
          webhooks.add(
              all.isEmpty() ? Words.soft("No program is told of anything yet.") : table(all));
      case Denied(var why) -> webhooks.add(Notice.of(why));
    }
    deliveries.refresh();
  }

  private Component table(List<Webhook> all) {
    var table = new PlainTable(Column.of("Address"), Column.of("Change"));
    for (var each : all) {
      table.line(about(each), changes(each));
    }
    return new TableFrame("Webhooks", table);
  }

  private static Component about(Webhook webhook) {
    var events =
        Words.soft(String.join("; ", webhook.events().stream().map(EventBoxes::words).toList()));
    events.addClassName("below");
    var about = new Div(Words.foreign(webhook.url(), "name"), events);
    if (!webhook.active()) {
      about.add(new StateChip("switched off", Tone.QUIET));
    }
    return about;
  }

  private Component changes(Webhook webhook) {
    var test =
        CardButtons.button(
            "Send a test", () -> tell(calls.test(team, webhook.id()), "On its way", "See below."));
    test.setVisible(webhook.active());
    var edit = CardButtons.button("Edit", () -> edit(webhook));
    edits.put(webhook.id(), edit);
    return CardButtons.row(
        test,
        edit,
        CardButtons.button(
            webhook.active() ? "Switch off" : "Switch on", () -> turn(webhook, !webhook.active())),
        new SureButton(
            "New secret",
            "For a day, messages are signed with the earlier one as well.",
            "Make a new secret",
            () -> changeSecret(webhook)),
        new SureButton(
            "Remove",
            "Nothing is sent there any more.",
            "Remove it",
            () -> tell(calls.remove(team, webhook.id()), "Removed", "It gets nothing more.")));
  }

  private void edit(Webhook webhook) {
    told.removeAll();
    editing.removeAll();
    editing.add(
        new WebhookEditor(
            calls,
            team,
            webhook,
            () -> {
              told.add(Notice.done("Changed", "It holds for what waits as well."));
              refresh();
              edited(webhook);
            },
            () -> edited(webhook)));
  }

  /// The keyboard goes on where it began.
  private void edited(Webhook webhook) {
    editing.removeAll();
    var edit = edits.get(webhook.id());
    if (edit != null) {
      edit.focus();
    }
  }

  private void turn(Webhook webhook, boolean on) {
    tell(
        calls.change(team, webhook.id(), new WebhookChange(null, null, on)),
        on ? "Switched on" : "Switched off",
        on
            ? "It is told of what happens from now on. What was given up can be sent again."
            : "It gets nothing until it is switched on; what waits for it is given up.");
  }

  private void changeSecret(Webhook webhook) {
    told.removeAll();
    switch (calls.changeSecret(team, webhook.id())) {
      case Given(var changed) -> show(changed);
      case Denied(var why) -> told.add(Notice.of(why));
    }
  }

  private <T> void tell(Answer<T> answer, String title, String text) {
    told.removeAll();
    told.add(
        switch (answer) {
          case Given<T> done -> Notice.done(title, text);
          case Denied<T>(var why) -> Notice.of(why);
        });
    refresh();
  }
}
