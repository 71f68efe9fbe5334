package palmares.db.notification;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.OUTBOX;
import static palmares.db.schema.Tables.WEBHOOK;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;
import palmares.db.UuidV7;

/// Messages on their way out. Whoever claims one has it for the length of a lease; what is not
/// settled by then is sent again under the same id, so nothing is lost and a receiver may see a
/// message twice.
public final class OutboxStore {

  /// Messages to one webhook that may be on their way at a time, so that a slow receiver keeps
  /// nobody else waiting.
  private static final int AT_ONCE_PER_WEBHOOK = 4;

  // Materialized: a plan that asks the inner query again would take more than the limit.
  private static final String CLAIM =
      """
      with due as materialized (
        select o.id from outbox o
        where o.state = 'ready' and o.due_at <= clock_timestamp()
          and (o.webhook_id is null or {2} > (
            select count(*) from outbox busy
            where busy.webhook_id = o.webhook_id and busy.state = 'ready' and busy.claim is not null
              and busy.due_at > clock_timestamp()))
        order by o.due_at, o.id
        limit {0}
        for update skip locked)
      update outbox set attempts = attempts + 1, claim = gen_random_uuid(), last_at = clock_timestamp(),
        due_at = clock_timestamp() + {1} * interval '1 millisecond'
      from due where outbox.id = due.id
      returning outbox.*
      """;

  private OutboxStore() {}

  /// @return whether it was not there before
  public static boolean toWebhook(Tx tx, UUID webhook, NewMessage message) {
    return add(tx, "webhook", webhook, null, message);
  }

  /// @return whether it was not there before
  public static boolean toAccount(Tx tx, UUID account, NewMessage message) {
    return add(tx, "mail", null, account, message);
  }

  private static boolean add(
      Tx tx, String kind, @Nullable UUID webhook, @Nullable UUID account, NewMessage message) {
    return tx.sql()
            .insertInto(OUTBOX)
            .set(OUTBOX.ID, UuidV7.next())
            .set(OUTBOX.KIND, kind)
            .set(OUTBOX.WEBHOOK_ID, webhook)
            .set(OUTBOX.ACCOUNT_ID, account)
            .set(OUTBOX.EVENT, message.event())
            .set(OUTBOX.SUBJECT, message.subject())
            .set(OUTBOX.DATA, message.data())
            .set(OUTBOX.STATE, "ready")
            .set(OUTBOX.DUE_AT, DatabaseClock.in(message.delay()))
            .onConflictDoNothing()
            .execute()
        == 1;
  }

  /// Takes messages that are due, for the length of the lease. Ones that others take at the same
  /// moment are left to them.
  public static List<Message> claim(Tx tx, int limit, Duration lease) {
    return tx.sql()
        .resultQuery(CLAIM, val(limit), val(lease.toMillis()), val(AT_ONCE_PER_WEBHOOK))
        .fetchInto(OUTBOX)
        .map(row ->
            new Message(
                row.getId(),
                row.getWebhookId(),
                row.getAccountId(),
                row.getEvent(),
                row.getSubject(),
                row.getData(),
                row.getAttempts(),
                row.getClaim(),
                row.getCreatedAt()));
  }

  /// @param status of the answer; absent for mail
  /// @return false if the lease has passed and somebody else has it now
  public static boolean sent(Tx tx, Message message, @Nullable Integer status) {
    return settle(tx, message, "sent", null, status, null);
  }

  public static boolean again(
      Tx tx, Message message, Duration after, @Nullable Integer status, String error) {
    return settle(tx, message, "ready", after, status, error);
  }

  /// Gives a message up.
  public static boolean failed(Tx tx, Message message, @Nullable Integer status, String error) {
    return settle(tx, message, "failed", null, status, error);
  }

  private static boolean settle(
      Tx tx,
      Message message,
      String state,
      @Nullable Duration after,
      @Nullable Integer status,
      @Nullable String error) {
    return tx.sql()
            .update(OUTBOX)
            .set(OUTBOX.STATE, state)
            .set(
                OUTBOX.DUE_AT,
                after == null ? DSL.inline(null, OUTBOX.DUE_AT) : DatabaseClock.in(after))
            .setNull(OUTBOX.CLAIM)
            .set(OUTBOX.LAST_STATUS, status)
            .set(OUTBOX.LAST_ERROR, error)
            .where(OUTBOX.ID.eq(message.id()))
            .and(OUTBOX.CLAIM.eq(message.claim()))
            .execute()
        == 1;
  }

  /// Sends a message once more that was sent or given up, under its own id.
  ///
  /// @return whether the team has such a message that is not on its way already
  public static boolean resend(Tx tx, UUID id, UUID team) {
    return tx.sql()
            .update(OUTBOX)
            .set(OUTBOX.STATE, "ready")
            .set(OUTBOX.DUE_AT, DatabaseClock.now())
            .set(OUTBOX.ATTEMPTS, 0)
            .where(OUTBOX.ID.eq(id))
            .and(OUTBOX.STATE.ne("ready"))
            .and(
                OUTBOX.WEBHOOK_ID.in(
                    DSL.select(WEBHOOK.ID).from(WEBHOOK).where(WEBHOOK.TEAM_ID.eq(team))))
            .execute()
        == 1;
  }

  /// Whether a message of the team is on its way.
  public static boolean isUnderWay(Tx tx, UUID id, UUID team) {
    return tx.sql()
        .fetchExists(
            DSL.selectOne()
                .from(OUTBOX)
                .join(WEBHOOK)
                .on(WEBHOOK.ID.eq(OUTBOX.WEBHOOK_ID))
                .where(OUTBOX.ID.eq(id))
                .and(OUTBOX.STATE.eq("ready"))
                .and(WEBHOOK.TEAM_ID.eq(team)));
  }

  /// Messages to a team's webhooks, newest first.
  ///
  /// @param before the id that the page before ended with
  public static List<Delivery> ofTeam(Tx tx, UUID team, @Nullable UUID before, int limit) {
    return tx.sql()
        .select(OUTBOX.fields())
        .from(OUTBOX)
        .join(WEBHOOK)
        .on(WEBHOOK.ID.eq(OUTBOX.WEBHOOK_ID))
        .where(WEBHOOK.TEAM_ID.eq(team))
        .and(before == null ? DSL.noCondition() : OUTBOX.ID.lt(before))
        .orderBy(OUTBOX.ID.desc())
        .limit(limit)
        .fetch(OutboxStore::delivery);
  }

  private static Delivery delivery(Record row) {
    return new Delivery(
        row.get(OUTBOX.ID),
        row.get(OUTBOX.WEBHOOK_ID),
        row.get(OUTBOX.EVENT),
        row.get(OUTBOX.SUBJECT),
        row.get(OUTBOX.STATE),
        row.get(OUTBOX.ATTEMPTS),
        row.get(OUTBOX.LAST_STATUS),
        row.get(OUTBOX.LAST_ERROR),
        row.get(OUTBOX.LAST_AT),
        row.get(OUTBOX.DUE_AT),
        row.get(OUTBOX.CREATED_AT));
  }

  /// Removes what was sent or given up so long ago.
  ///
  /// @return how many
  public static int forget(Tx tx, Duration age) {
    return tx.sql()
        .deleteFrom(OUTBOX)
        .where(OUTBOX.STATE.ne("ready"))
        .and(
            OUTBOX.CREATED_AT.lt(
                field(
                    "now() - {0} * interval '1 millisecond'",
                    SQLDataType.INSTANT, val(age.toMillis()))))
        .execute();
  }
}
