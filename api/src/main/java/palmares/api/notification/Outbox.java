package palmares.api.notification;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.db.Database;
import palmares.db.notification.Message;
import palmares.db.notification.OutboxStore;

/// Sends what waits in the outbox. Every replica does: a message is claimed by one of them, and
/// sent again if that one is gone before it has said what became of it.
@Singleton
final class Outbox {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int AT_ONCE = 16;

  private final Database database;
  private final WebhookSender webhooks;
  private final MailSender mails;
  private final OutboxConfig config;
  private final Backoff backoff;
  private final Semaphore free = new Semaphore(AT_ONCE);

  Outbox(Database database, WebhookSender webhooks, MailSender mails, OutboxConfig config) {
    this.database = database;
    this.webhooks = webhooks;
    this.mails = mails;
    this.config = config;
    this.backoff = new Backoff(config.first(), config.longest(), new SecureRandom());
  }

  /// Begins to send as much as there is room for, and does not wait for it.
  @Scheduled(fixedDelay = "${palmares.outbox.poll:1s}")
  void sendDue() {
    int room = free.drainPermits();
    if (room > 0) {
      var claimed = claim(room);
      free.release(room - claimed.size());
      claimed.forEach(
          message -> Thread.ofVirtual().name("outbox").start(() -> sendAndRelease(message)));
    }
  }

  private List<Message> claim(int room) {
    try {
      return database.transact(tx -> OutboxStore.claim(tx, room, config.lease()));
    } catch (RuntimeException e) {
      LOG.warn("Messages wait: the due ones cannot be read: {}", e.getMessage());
      return List.of();
    }
  }

  private void sendAndRelease(Message message) {
    try {
      send(message);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // What it says may quote what was sent.
      LOG.error("Message {} broke off ({}); it is sent again", message.id(), e.getClass());
    } finally {
      free.release();
    }
  }

  /// Sends one message and settles it.
  void send(Message message) throws InterruptedException {
    var webhook = message.webhook();
    var outcome = webhook == null ? mails.send(message) : webhooks.send(webhook, message);
    database.run(tx -> {
      switch (outcome) {
        case Outcome.Taken(var status) -> OutboxStore.sent(tx, message, status);
        case Outcome.Never(var status, var why) -> OutboxStore.failed(tx, message, status, why);
        case Outcome.NotNow(var status, var why, var asked) -> {
          if (message.attempts() >= config.attempts()) {
            OutboxStore.failed(tx, message, status, why);
          } else {
            OutboxStore.again(tx, message, backoff.after(message.attempts(), asked), status, why);
          }
        }
      }
    });
  }

  @Scheduled(fixedDelay = "1h", initialDelay = "1m")
  void forgetOld() {
    database.run(tx -> OutboxStore.forget(tx, config.keep()));
  }
}
