package palmares.db.notification;

import static palmares.db.schema.Tables.ACCOUNT;
import static palmares.db.schema.Tables.WEBHOOK;
import static palmares.db.schema.Tables.WEBHOOK_SECRET;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;

/// Webhooks and the secrets that sign what they get.
public final class WebhookStore {

  private WebhookStore() {}

  public static void add(
      Tx tx, UUID id, UUID team, String url, List<String> events, UUID createdBy) {
    tx.sql()
        .insertInto(WEBHOOK)
        .set(WEBHOOK.ID, id)
        .set(WEBHOOK.TEAM_ID, team)
        .set(WEBHOOK.URL, url)
        .set(WEBHOOK.EVENTS, events.toArray(String[]::new))
        .set(WEBHOOK.CREATED_BY, createdBy)
        .execute();
  }

  /// Oldest first.
  public static List<Webhook> ofTeam(Tx tx, UUID team) {
    return listing(tx).where(WEBHOOK.TEAM_ID.eq(team)).orderBy(WEBHOOK.ID).fetch(WebhookStore::row);
  }

  public static @Nullable Webhook find(Tx tx, UUID id) {
    return listing(tx).where(WEBHOOK.ID.eq(id)).fetchOne(WebhookStore::row);
  }

  public static int count(Tx tx, UUID team) {
    return tx.sql().fetchCount(DSL.selectFrom(WEBHOOK).where(WEBHOOK.TEAM_ID.eq(team)));
  }

  /// @param url absent if it stays
  /// @param events absent if they stay
  /// @param active absent if that stays
  public static void change(
      Tx tx,
      UUID id,
      @Nullable String url,
      @Nullable List<String> events,
      @Nullable Boolean active) {
    tx.sql()
        .update(WEBHOOK)
        .set(WEBHOOK.URL, url == null ? WEBHOOK.URL : DSL.val(url))
        .set(
            WEBHOOK.EVENTS,
            events == null ? WEBHOOK.EVENTS : DSL.val(events.toArray(String[]::new)))
        .set(WEBHOOK.ACTIVE, active == null ? WEBHOOK.ACTIVE : DSL.val(active))
        .where(WEBHOOK.ID.eq(id))
        .execute();
  }

  /// Removes a webhook with its secrets and whatever was on its way to it.
  ///
  /// @return whether the team had it
  public static boolean remove(Tx tx, UUID id, UUID team) {
    return tx.sql()
            .deleteFrom(WEBHOOK)
            .where(WEBHOOK.ID.eq(id))
            .and(WEBHOOK.TEAM_ID.eq(team))
            .execute()
        == 1;
  }

  /// @param earlier how long earlier secrets still sign beside this one
  public static void addSecret(Tx tx, UUID webhook, UUID id, String sealed, Duration earlier) {
    tx.sql()
        .update(WEBHOOK_SECRET)
        .set(WEBHOOK_SECRET.ENDS_AT, DatabaseClock.in(earlier))
        .where(WEBHOOK_SECRET.WEBHOOK_ID.eq(webhook))
        .and(WEBHOOK_SECRET.ENDS_AT.isNull())
        .execute();
    tx.sql()
        .insertInto(
            WEBHOOK_SECRET, WEBHOOK_SECRET.ID, WEBHOOK_SECRET.WEBHOOK_ID, WEBHOOK_SECRET.SEALED)
        .values(id, webhook, sealed)
        .execute();
  }

  /// @param sealed opens for its webhook alone
  public record SealedSecret(UUID id, UUID webhook, String sealed) {}

  /// The secrets that sign now, the newest first.
  public static List<SealedSecret> secrets(Tx tx, UUID webhook) {
    return tx.sql()
        .selectFrom(WEBHOOK_SECRET)
        .where(WEBHOOK_SECRET.WEBHOOK_ID.eq(webhook))
        .and(WEBHOOK_SECRET.ENDS_AT.isNull().or(WEBHOOK_SECRET.ENDS_AT.gt(DatabaseClock.now())))
        .orderBy(WEBHOOK_SECRET.ID.desc())
        .fetch(row -> new SealedSecret(row.getId(), row.getWebhookId(), row.getSealed()));
  }

  /// Secrets that are not sealed under the present key, held until the transaction ends; ones that
  /// others hold are left to them.
  public static List<SealedSecret> outdated(Tx tx, String prefix, int limit) {
    return tx.sql()
        .selectFrom(WEBHOOK_SECRET)
        .where(WEBHOOK_SECRET.SEALED.startsWith(prefix).not())
        .limit(limit)
        .forUpdate()
        .skipLocked()
        .fetch(row -> new SealedSecret(row.getId(), row.getWebhookId(), row.getSealed()));
  }

  public static void reseal(Tx tx, UUID secret, String sealed) {
    tx.sql()
        .update(WEBHOOK_SECRET)
        .set(WEBHOOK_SECRET.SEALED, sealed)
        .where(WEBHOOK_SECRET.ID.eq(secret))
        .execute();
  }

  private static SelectOnConditionStep<Record> listing(Tx tx) {
    return tx.sql()
        .select(WEBHOOK.fields())
        .select(ACCOUNT.NAME)
        .from(WEBHOOK)
        .join(ACCOUNT)
        .on(ACCOUNT.ID.eq(WEBHOOK.CREATED_BY));
  }

  private static Webhook row(Record row) {
    return new Webhook(
        row.get(WEBHOOK.ID),
        row.get(WEBHOOK.TEAM_ID),
        row.get(WEBHOOK.URL),
        List.of(row.get(WEBHOOK.EVENTS)),
        row.get(WEBHOOK.ACTIVE),
        row.get(ACCOUNT.NAME),
        row.get(WEBHOOK.CREATED_AT));
  }
}
