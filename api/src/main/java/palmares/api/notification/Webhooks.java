package palmares.api.notification;

import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller;
import palmares.api.vault.SealedRows;
import palmares.api.vault.Vault;
import palmares.contract.notification.Notifications.WebhookChange;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AuditStore;
import palmares.db.identity.TeamStore;
import palmares.db.notification.Delivery;
import palmares.db.notification.NewMessage;
import palmares.db.notification.OutboxStore;
import palmares.db.notification.Webhook;
import palmares.db.notification.WebhookStore;
import palmares.egress.EgressClient;

/// Webhooks of teams, for their owners and for operators.
@Singleton
final class Webhooks implements SealedRows {

  static final int MOST = 10;
  static final Duration BOTH_SECRETS = Duration.ofDays(1);

  private final Database database;
  private final Vault vault;
  private final EgressClient egress;

  Webhooks(Database database, Vault vault, EgressClient egress) {
    this.database = database;
    this.vault = vault;
    this.egress = egress;
  }

  sealed interface Result<T> {

    record Done<T>(T value) implements Result<T> {}

    /// For who does not belong to the team, there is none.
    record NoTeam<T>() implements Result<T> {}

    record NotOwner<T>() implements Result<T> {}

    record Unknown<T>() implements Result<T> {}

    record Refused<T>(String why) implements Result<T> {}
  }

  /// @param secret that signs, which is stored sealed alone
  record Made(Webhook webhook, String secret) {
    @Override
    public String toString() {
      return "Made[webhook=" + webhook + "]";
    }
  }

  Result<List<Webhook>> of(Caller.Person person, String team) {
    return with(person, team, (tx, id) -> new Result.Done<>(WebhookStore.ofTeam(tx, id)));
  }

  /// @param events that are known
  Result<Made> create(Caller.Person person, String team, String url, List<String> events) {
    var flaw = flaw(url);
    if (flaw != null) {
      return new Result.Refused<>("url: " + flaw + ".");
    }
    var secret = Signature.newSecret();
    return with(
        person,
        team,
        (tx, id) -> {
          if (WebhookStore.count(tx, id) >= MOST) {
            return new Result.Refused<>(
                "A team has at most " + MOST + " webhooks: remove one first.");
          }
          var webhook = UuidV7.next();
          WebhookStore.add(tx, webhook, id, url, events, person.account());
          addSecret(tx, webhook, secret);
          tell(tx, person, "webhook-created", webhook, team);
          return new Result.Done<>(made(tx, webhook, secret));
        });
  }

  /// @param change whose events are known
  Result<Webhook> change(Caller.Person person, String team, UUID webhook, WebhookChange change) {
    var url = change.url();
    var flaw = url == null ? null : flaw(url);
    if (flaw != null) {
      return new Result.Refused<>("url: " + flaw + ".");
    }
    return withWebhook(
        person,
        team,
        webhook,
        tx -> {
          WebhookStore.change(tx, webhook, url, change.events(), change.active());
          tell(tx, person, "webhook-changed", webhook, team);
          return Objects.requireNonNull(WebhookStore.find(tx, webhook));
        });
  }

  private @Nullable String flaw(String url) {
    try {
      return egress.policy().flaw(new URI(url));
    } catch (URISyntaxException e) {
      return "it is not an address";
    }
  }

  Result<Made> rotate(Caller.Person person, String team, UUID webhook) {
    var secret = Signature.newSecret();
    return withWebhook(
        person,
        team,
        webhook,
        tx -> {
          addSecret(tx, webhook, secret);
          tell(tx, person, "webhook-secret-changed", webhook, team);
          return made(tx, webhook, secret);
        });
  }

  Result<Webhook> test(Caller.Person person, String team, UUID webhook) {
    return with(
        person,
        team,
        (tx, id) -> {
          var found = WebhookStore.find(tx, webhook);
          if (found == null || !found.team().equals(id)) {
            return new Result.Unknown<>();
          }
          if (!found.active()) {
            return new Result.Refused<>("It is switched off: switch it on first.");
          }
          OutboxStore.toWebhook(
              tx, webhook, new NewMessage("test", UuidV7.next(), "{}", Duration.ZERO));
          return new Result.Done<>(found);
        });
  }

  Result<UUID> remove(Caller.Person person, String team, UUID webhook) {
    return with(
        person,
        team,
        (tx, id) -> {
          if (!WebhookStore.remove(tx, webhook, id)) {
            return new Result.Unknown<>();
          }
          tell(tx, person, "webhook-removed", webhook, team);
          return new Result.Done<>(webhook);
        });
  }

  Result<List<Delivery>> deliveries(
      Caller.Person person, String team, @Nullable UUID before, int limit) {
    return with(
        person, team, (tx, id) -> new Result.Done<>(OutboxStore.ofTeam(tx, id, before, limit)));
  }

  Result<UUID> sendAgain(Caller.Person person, String team, UUID delivery) {
    return with(
        person,
        team,
        (tx, id) -> {
          if (OutboxStore.resend(tx, delivery, id)) {
            return new Result.Done<>(delivery);
          }
          return OutboxStore.isUnderWay(tx, delivery, id)
              ? new Result.Refused<>("It is on its way already: it is tried by itself.")
              : new Result.Unknown<>();
        });
  }

  private <T> Result<T> withWebhook(
      Caller.Person person, String team, UUID webhook, java.util.function.Function<Tx, T> work) {
    return with(
        person,
        team,
        (tx, id) -> {
          var found = WebhookStore.find(tx, webhook);
          return found == null || !found.team().equals(id)
              ? new Result.Unknown<>()
              : new Result.Done<>(work.apply(tx));
        });
  }

  /// Does the work for an owner of the team, which is held so that two changes come one after the
  /// other.
  private <T> Result<T> with(
      Caller.Person person, String name, BiFunction<Tx, UUID, Result<T>> work) {
    return database.transact(tx -> {
      var team = TeamStore.lock(tx, name);
      if (team == null || !(person.isAdmin() || person.isIn(team.id()))) {
        return new Result.NoTeam<T>();
      }
      boolean owns =
          TeamStore.members(tx, team.id()).stream()
              .anyMatch(
                  each -> each.account().equals(person.account()) && "owner".equals(each.role()));
      return person.isAdmin() || owns ? work.apply(tx, team.id()) : new Result.NotOwner<T>();
    });
  }

  private void addSecret(Tx tx, UUID webhook, byte[] secret) {
    WebhookStore.addSecret(
        tx, webhook, UuidV7.next(), vault.seal(secret, owner(webhook)), BOTH_SECRETS);
  }

  private static Made made(Tx tx, UUID webhook, byte[] secret) {
    return new Made(Objects.requireNonNull(WebhookStore.find(tx, webhook)), Signature.text(secret));
  }

  private static void tell(Tx tx, Caller.Person person, String action, UUID webhook, String team) {
    AuditStore.add(tx, person.account(), action, webhook.toString(), Map.of("team", team));
  }

  static String owner(UUID webhook) {
    return "webhook " + webhook;
  }

  @Override
  public String what() {
    return "secrets of webhooks";
  }

  @Override
  public int reseal(int limit) {
    return database.transact(tx -> {
      var outdated = WebhookStore.outdated(tx, vault.prefix(), limit);
      for (var row : outdated) {
        var owner = owner(row.webhook());
        WebhookStore.reseal(tx, row.id(), vault.seal(vault.open(row.sealed(), owner), owner));
      }
      return outdated.size();
    });
  }
}
