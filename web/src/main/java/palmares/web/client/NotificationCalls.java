package palmares.web.client;

import java.util.List;
import java.util.Map;
import palmares.contract.notification.Notifications.Delivery;
import palmares.contract.notification.Notifications.Mail;
import palmares.contract.notification.Notifications.MailAddress;
import palmares.contract.notification.Notifications.MailCode;
import palmares.contract.notification.Notifications.MailEvents;
import palmares.contract.notification.Notifications.NewWebhook;
import palmares.contract.notification.Notifications.Webhook;
import palmares.contract.notification.Notifications.WebhookChange;
import palmares.contract.page.Page;
import tools.jackson.core.type.TypeReference;

/// Asks how people and programs outside are told of what happens.
public record NotificationCalls(ApiClient api) {

  public Answer<List<Webhook>> webhooks(String team) {
    return api.get(of(team) + "/webhooks", Map.of(), new TypeReference<>() {});
  }

  public Answer<Webhook> create(String team, NewWebhook webhook) {
    return api.post(of(team) + "/webhooks", Map.of(), webhook, null, new TypeReference<>() {});
  }

  public Answer<Webhook> change(String team, String webhook, WebhookChange change) {
    return api.change("PATCH", webhook(team, webhook), change, new TypeReference<>() {});
  }

  public Answer<Webhook> changeSecret(String team, String webhook) {
    return api.post(
        webhook(team, webhook) + "/secret", Map.of(), null, null, new TypeReference<>() {});
  }

  public Answer<Done> test(String team, String webhook) {
    return api.done("POST", webhook(team, webhook) + "/test", null);
  }

  public Answer<Done> remove(String team, String webhook) {
    return api.delete(webhook(team, webhook));
  }

  /// Messages to the webhooks of a team, newest first, at most `limit`.
  public Answer<Page<Delivery>> deliveries(String team, int limit) {
    return api.get(
        of(team) + "/deliveries",
        Map.of("limit", Integer.toString(limit)),
        new TypeReference<>() {});
  }

  public Answer<Done> sendAgain(String team, String delivery) {
    return api.done(
        "POST", of(team) + "/deliveries/" + ApiClient.encoded(delivery) + "/again", null);
  }

  public Answer<Mail> mail() {
    return api.get("/me/mail", Map.of(), new TypeReference<>() {});
  }

  public Answer<Mail> setAddress(String address) {
    return api.put("/me/mail", new MailAddress(address), new TypeReference<>() {});
  }

  public Answer<Mail> confirm(String code) {
    return api.post(
        "/me/mail/confirmation", Map.of(), new MailCode(code), null, new TypeReference<>() {});
  }

  public Answer<Mail> setEvents(List<String> events) {
    return api.put("/me/mail/events", new MailEvents(events), new TypeReference<>() {});
  }

  public Answer<Done> removeAddress() {
    return api.delete("/me/mail");
  }

  private static String of(String team) {
    return "/teams/" + ApiClient.encoded(team);
  }

  private static String webhook(String team, String webhook) {
    return of(team) + "/webhooks/" + ApiClient.encoded(webhook);
  }
}
