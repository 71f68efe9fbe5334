package palmares.db.job;

import static palmares.db.schema.Tables.WORKER;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;
import palmares.db.schema.tables.records.WorkerRecord;

/// Workers. Whoever also needs jobs or runs locks the worker last.
public final class WorkerStore {

  private WorkerStore() {}

  /// @param patience how long it may stay silent
  public static void insert(Tx tx, NewWorker worker, Duration patience) {
    tx.sql()
        .insertInto(WORKER)
        .set(WORKER.ID, worker.id())
        .set(WORKER.NAME, worker.name())
        .set(WORKER.TOKEN_ID, worker.token())
        .set(WORKER.POOL, worker.pool())
        .set(WORKER.CAPABILITIES, worker.capabilities().toArray(String[]::new))
        .set(WORKER.OFFERS, worker.offers().toArray(String[]::new))
        .set(WORKER.SLOTS, worker.slots())
        .set(WORKER.STATE, "live")
        .set(WORKER.DUE_AT, DatabaseClock.in(patience))
        .execute();
    JobStore.wake(tx);
  }

  public static @Nullable Worker find(Tx tx, UUID id) {
    return tx.sql().selectFrom(WORKER).where(WORKER.ID.eq(id)).fetchOne(WorkerStore::worker);
  }

  /// All that are not gone, and those that went within the last hour.
  public static List<Worker> recent(Tx tx) {
    return tx.sql()
        .selectFrom(WORKER)
        .where(WORKER.STATE.ne("gone"))
        .or(WORKER.LAST_SEEN.gt(DatabaseClock.in(Duration.ofHours(-1))))
        .orderBy(WORKER.NAME, WORKER.ID)
        .fetch(WorkerStore::worker);
  }

  /// The capabilities of all workers that are there.
  public static List<String> liveCapabilities(Tx tx) {
    return tx.sql()
        .fetch(
            """
            select distinct unnest(capabilities) as capability from worker
            where state in ('live', 'draining') order by 1
            """)
        .getValues("capability", String.class);
  }

  /// A worker that was taken for gone and speaks again is live again; one in quarantine stays
  /// there.
  public static void seen(Tx tx, UUID id, int busy, boolean draining, Duration patience) {
    var state = draining ? "draining" : "live";
    tx.sql()
        .execute(
            """
            update worker set last_seen = clock_timestamp(), busy = {1},
              state_since = case when state in ('quarantined', {2}) then state_since
                else clock_timestamp() end,
              due_at = case when state = 'quarantined' then null
                else clock_timestamp() + {3} * interval '1 millisecond' end,
              state = case when state = 'quarantined' then state else {2} end
            where id = {0}
            """,
            org.jooq.impl.DSL.val(id),
            org.jooq.impl.DSL.val(busy),
            org.jooq.impl.DSL.val(state),
            org.jooq.impl.DSL.val(patience.toMillis()));
  }

  public static void gone(Tx tx, UUID id) {
    tx.sql()
        .update(WORKER)
        .set(WORKER.STATE, "gone")
        .set(WORKER.STATE_SINCE, DatabaseClock.now())
        .set(WORKER.BUSY, 0)
        .setNull(WORKER.DUE_AT)
        .where(WORKER.ID.eq(id))
        .and(WORKER.STATE.ne("quarantined"))
        .execute();
  }

  /// Ends a row of failures, if there was one.
  public static void succeeded(Tx tx, UUID id) {
    tx.sql()
        .update(WORKER)
        .set(WORKER.FAILURES_IN_ROW, 0)
        .where(WORKER.ID.eq(id))
        .and(WORKER.FAILURES_IN_ROW.gt(0))
        .execute();
  }

  /// Counts a failure of the worker's own; the one that makes `limit` in a row quarantines it.
  public static void failed(Tx tx, UUID id, int limit) {
    int failures =
        tx.sql()
            .update(WORKER)
            .set(WORKER.FAILURES_IN_ROW, WORKER.FAILURES_IN_ROW.plus(1))
            .where(WORKER.ID.eq(id))
            .returningResult(WORKER.FAILURES_IN_ROW)
            .fetchSingle()
            .value1();
    if (failures >= limit) {
      tx.sql()
          .update(WORKER)
          .set(WORKER.STATE, "quarantined")
          .set(WORKER.STATE_SINCE, DatabaseClock.now())
          .setNull(WORKER.DUE_AT)
          .where(WORKER.ID.eq(id))
          .and(WORKER.STATE.in("live", "draining"))
          .execute();
    }
  }

  /// Lets a quarantined worker take jobs again, when it is next heard of; false if it is not in
  /// quarantine.
  public static boolean readmit(Tx tx, UUID id, Duration patience) {
    JobStore.wake(tx);
    return tx.sql()
            .update(WORKER)
            .set(WORKER.STATE, "live")
            .set(WORKER.STATE_SINCE, DatabaseClock.now())
            .set(WORKER.FAILURES_IN_ROW, 0)
            .set(WORKER.DUE_AT, DatabaseClock.in(patience))
            .where(WORKER.ID.eq(id))
            .and(WORKER.STATE.eq("quarantined"))
            .execute()
        == 1;
  }

  /// Whether a live worker beside this one has a free slot for the offer.
  public static boolean anotherIsFree(Tx tx, UUID id, String offer) {
    return tx.sql()
        .fetchExists(
            WORKER,
            WORKER
                .ID
                .ne(id)
                .and(WORKER.STATE.eq("live"))
                .and(WORKER.OFFERS.contains(new String[] {offer}))
                .and(WORKER.BUSY.lt(WORKER.SLOTS)));
  }

  private static Worker worker(WorkerRecord row) {
    return new Worker(
        row.getId(),
        row.getName(),
        row.getTokenId(),
        row.getPool(),
        List.of(row.getCapabilities()),
        List.of(row.getOffers()),
        row.getSlots(),
        row.getBusy(),
        row.getState(),
        row.getStateSince(),
        row.getLastSeen(),
        row.getFailuresInRow());
  }
}
