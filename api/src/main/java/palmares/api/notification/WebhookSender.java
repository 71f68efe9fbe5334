package palmares.api.notification;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.api.vault.Vault;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.notification.Message;
import palmares.db.notification.Webhook;
import palmares.db.notification.WebhookStore;
import palmares.db.notification.WebhookStore.SealedSecret;
import palmares.egress.EgressClient;
import palmares.egress.EgressRequest;
import palmares.egress.EgressResult;

/// Posts a message to a webhook, signed. Of the answer, only the status counts; what it says is
/// neither kept nor shown, for it may come from where our users cannot look.
@Singleton
final class WebhookSender {

  private static final int GONE = 410;
  private static final int LONGEST_ANSWER = 16 * 1024;

  private final Database database;
  private final Vault vault;
  private final EgressClient egress;
  private final OutboxConfig config;
  private final Clock clock;

  WebhookSender(
      Database database, Vault vault, EgressClient egress, OutboxConfig config, Clock clock) {
    this.database = database;
    this.vault = vault;
    this.egress = egress;
    this.config = config;
    this.clock = clock;
  }

  private record Receiver(@Nullable Webhook webhook, List<SealedSecret> secrets) {}

  Outcome send(UUID id, Message message) throws InterruptedException {
    var receiver =
        database.transact(
            tx -> new Receiver(WebhookStore.find(tx, id), WebhookStore.secrets(tx, id)));
    var webhook = receiver.webhook();
    if (webhook == null) {
      return new Outcome.Never(null, "the webhook was removed");
    }
    return webhook.active()
        ? outcome(egress.post(request(webhook, receiver.secrets(), message)))
        : new Outcome.Never(null, "the webhook is switched off");
  }

  private EgressRequest request(Webhook webhook, List<SealedSecret> secrets, Message message) {
    var body = body(message);
    long second = clock.instant().getEpochSecond();
    var opened =
        secrets.stream().map(each -> vault.open(each.sealed(), Webhooks.owner(webhook.id())));
    return new EgressRequest(
        URI.create(webhook.url()),
        headers(message, second, body, opened.toList()),
        "application/json",
        body,
        config.patience(),
        LONGEST_ANSWER);
  }

  /// Nothing of them is a text of people: ids, numbers and signatures.
  static Map<String, String> headers(
      Message message, long second, String body, List<byte[]> secrets) {
    var id = message.id().toString();
    var signatures =
        secrets.stream()
            .map(secret -> Signature.of(secret, id, second, body))
            .collect(Collectors.joining(" "));
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(second),
        "webhook-signature", signatures);
  }

  /// The same bytes with every try.
  static String body(Message message) {
    return Json.canonical(
        Map.of(
            "type",
            message.event(),
            "timestamp",
            message.createdAt().toString(),
            "data",
            Json.strings(message.data())));
  }

  private static Outcome outcome(EgressResult result) {
    return switch (result) {
      case EgressResult.Answered(var status, var headers, var body) ->
          outcome(status, retryAfter(headers.get("retry-after")));
      case EgressResult.TooLong(var status, var longest) -> outcome(status, Duration.ZERO);
      case EgressResult.TooSlow(var patience) ->
          Outcome.NotNow.because("no answer within " + patience.toSeconds() + " s");
      case EgressResult.NotAllowed(var why) -> Outcome.NotNow.because("not sent: " + why);
      case EgressResult.Unreachable(var why) -> Outcome.NotNow.because(why);
    };
  }

  private static Outcome outcome(int status, Duration asked) {
    if (status / 100 == 2) {
      return new Outcome.Taken(status);
    }
    if (status == GONE) {
      return new Outcome.Never(status, "the receiver says that it is gone");
    }
    return new Outcome.NotNow(
        status,
        status / 100 == 3
            ? "answered with a redirect, which is not followed"
            : "answered with " + status,
        asked);
  }

  private static Duration retryAfter(@Nullable String header) {
    return header != null && header.matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header))
        : Duration.ZERO;
  }
}
