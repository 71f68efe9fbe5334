package palmares.contract.notification;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of webhooks, their deliveries, and mail.
///
/// The events are `run-ended` (complete or cancelled), `run-failed` (partial, or stopped by a
/// budget) and `board-changed`.
public final class Notifications {

  private Notifications() {}

  /// @param url https, at a public address
  /// @param events what it is told of
  @Serdeable
  public record NewWebhook(String url, List<String> events) {

    public NewWebhook {
      events = List.copyOf(events);
    }

    @Override
    public String toString() {
      return "NewWebhook[events=" + events + "]";
    }
  }

  /// @param url as for a new one; absent if it stays
  /// @param events as for a new one; absent if they stay
  /// @param active whether anything is sent there; absent if that stays
  @Serdeable
  public record WebhookChange(
      @Nullable String url, @Nullable List<String> events, @Nullable Boolean active) {

    public WebhookChange {
      events = events == null ? null : List.copyOf(events);
    }

    @Override
    public String toString() {
      return "WebhookChange[events=" + events + "]";
    }
  }

  /// @param active whether anything is sent there
  /// @param secret that signs what it gets; present only in the answer that makes it
  @Serdeable
  public record Webhook(
      String id,
      String url,
      List<String> events,
      boolean active,
      String createdBy,
      Instant createdAt,
      @Nullable String secret) {

    public Webhook {
      events = List.copyOf(events);
    }

    @Override
    public String toString() {
      return "Webhook[id=" + id + "]";
    }
  }

  /// One message to a webhook, and what became of it.
  ///
  /// @param id as the receiver gets it in `webhook-id`, the same with every try
  /// @param subject the run, the snapshot, or the test itself
  /// @param state `waiting`, `sent`, or `failed`: given up after the last try
  /// @param status of the receiver's last answer
  /// @param nextTry absent unless it is waiting
  @Serdeable
  public record Delivery(
      String id,
      String webhook,
      String event,
      String subject,
      String state,
      int attempts,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable Instant lastTry,
      @Nullable Instant nextTry,
      Instant createdAt) {}

  /// What an account gets by mail.
  ///
  /// @param available whether the operator has told the platform how to send mail
  /// @param address absent if none was given
  /// @param confirmed whether a code that was sent there came back; nothing else is sent before
  @Serdeable
  public record Mail(
      boolean available, @Nullable String address, boolean confirmed, List<String> events) {

    public Mail {
      events = List.copyOf(events);
    }
  }

  /// @param address to which a code is sent
  @Serdeable
  public record MailAddress(String address) {}

  /// @param code as it came by mail
  @Serdeable
  public record MailCode(String code) {
    @Override
    public String toString() {
      return "MailCode[]";
    }
  }

  @Serdeable
  public record MailEvents(List<String> events) {

    public MailEvents {
      events = List.copyOf(events);
    }
  }
}
