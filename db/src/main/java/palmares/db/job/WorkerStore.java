package palmares.db.job;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.WORKER;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;
import palmares.db.schema.tables.records.WorkerRecord;

/// Workers. Whoever also needs jobs or runs locks the worker last.
public final class WorkerStore {

  private WorkerStore() {}

  /// Takes a worker in. What holds for its identity, token and name, holds for it too: it is no way
  /// out of quarantine to start again.
  ///
  /// @param patience how long it may stay silent
  public static void insert(Tx tx, NewWorker worker, Duration patience) {
    tx.sql()
        .execute(
            """
            with earlier as (
              select id, failures_in_row, state, state_since,
                row_number() over (order by state in ('quarantined', 'paused') desc,
                  registered_at desc, id desc) as place
              from worker where token_id = {2} and name = {1}),
            replaced as (
              update worker set state = 'gone', state_since = clock_timestamp(), busy = 0
              where id in (select id from earlier where state in ('quarantined', 'paused')))
            insert into worker (id, name, token_id, pool, capabilities, offers, slots, state,
              state_since, failures_in_row, due_at)
            select {0}, {1}, {2}, {3}, {4}, {5}, {6}, coalesce(kept.state, 'live'),
              coalesce(kept.state_since, clock_timestamp()), coalesce(e.failures_in_row, 0),
              case when kept.state is null
                then clock_timestamp() + {7} * interval '1 millisecond' end
            from (select 1) as one
            left join earlier e on e.place = 1
            left join earlier kept on kept.place = 1 and kept.state in ('quarantined', 'paused')
            """,
            val(worker.id()),
            val(worker.name()),
            val(worker.token()),
            val(worker.pool()),
            val(worker.capabilities().toArray(String[]::new)),
            val(worker.offers().toArray(String[]::new)),
            val(worker.slots()),
            val(patience.toMillis()));
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

  /// The lane of each offer of a worker that is there: the first by name, `cpu` where it is one.
  public static Map<String, String> lanes(Tx tx) {
    return tx.sql()
        .fetch(
            """
            select offer, coalesce(min(lane) filter (where lane = 'cpu'), min(lane)) as lane
            from worker cross join unnest(offers) as offer cross join unnest(capabilities) as lane
            where state <> 'gone' group by offer
            """)
        .intoMap(row -> row.get("offer", String.class), row -> row.get("lane", String.class));
  }

  /// A worker that was taken for gone and speaks again is live again. One that is quarantined,
  /// paused or to drain stays so, and one whose identity is quarantined or paused becomes so.
  public static void seen(Tx tx, UUID id, int busy, boolean draining, Duration patience) {
    // What the statement below decides by is what it saw when it began, not what it waited for.
    tx.sql().execute("select from worker where id = {0} for update", val(id));
    tx.sql()
        .execute(
            """
            with next as (
              select w.id, coalesce(
                case when w.state in ('quarantined', 'paused') then w.state end,
                (select max(o.state) from worker o where o.token_id = w.token_id
                  and o.name = w.name and o.state in ('quarantined', 'paused')),
                case when w.state = 'draining' then w.state end,
                {2}) as state
              from worker w where w.id = {0})
            update worker set last_seen = clock_timestamp(), busy = {1}, state = next.state,
              state_since = case when worker.state = next.state then state_since
                else clock_timestamp() end,
              due_at = case when next.state in ('live', 'draining')
                then clock_timestamp() + {3} * interval '1 millisecond' end
            from next where worker.id = next.id
            """,
            val(id), val(busy), val(draining ? "draining" : "live"), val(patience.toMillis()));
  }

  public static void gone(Tx tx, UUID id) {
    tx.sql()
        .update(WORKER)
        .set(WORKER.STATE, "gone")
        .set(WORKER.STATE_SINCE, DatabaseClock.now())
        .set(WORKER.BUSY, 0)
        .setNull(WORKER.DUE_AT)
        .where(WORKER.ID.eq(id))
        .and(WORKER.STATE.notIn("quarantined", "paused"))
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
    tx.sql()
        .update(WORKER)
        .set(WORKER.FAILURES_IN_ROW, WORKER.FAILURES_IN_ROW.plus(1))
        .where(WORKER.ID.eq(id))
        .execute();
    quarantine(tx, id, limit);
  }

  /// Counts a lease that the worker let lapse. Those that lapse together are one failure: it was
  /// away once, and perhaps it was we who were.
  ///
  /// @param together how long after one that was counted others are not
  public static void lost(Tx tx, UUID id, int limit, Duration together) {
    int counted =
        tx.sql()
            .update(WORKER)
            .set(WORKER.FAILURES_IN_ROW, WORKER.FAILURES_IN_ROW.plus(1))
            .set(WORKER.LOST_AT, DatabaseClock.now())
            .where(WORKER.ID.eq(id))
            .and(
                WORKER.LOST_AT.isNull().or(WORKER.LOST_AT.lt(DatabaseClock.in(together.negated()))))
            .execute();
    if (counted > 0) {
      quarantine(tx, id, limit);
    }
  }

  private static void quarantine(Tx tx, UUID id, int limit) {
    int failures =
        tx.sql()
            .select(WORKER.FAILURES_IN_ROW)
            .from(WORKER)
            .where(WORKER.ID.eq(id))
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

  /// Ends what keeps an identity from work, the quarantine or the pause, for all its processes;
  /// false if the worker is not in that state.
  ///
  /// @param state quarantined or paused
  public static boolean readmit(Tx tx, UUID id, String state, Duration patience) {
    JobStore.wake(tx);
    tx.sql()
        .execute(
            """
            update worker set quarantine_reason = null
            where {1} = 'quarantined' and quarantine_reason is not null and (token_id, name) = (
              select token_id, name from worker where id = {0})
            """,
            val(id), val(state));
    return tx.sql()
            .execute(
                """
                update worker set state = 'live', state_since = clock_timestamp(),
                  failures_in_row = case when {1} = 'quarantined' then 0 else failures_in_row end,
                  due_at = clock_timestamp() + {2} * interval '1 millisecond'
                where state = {1} and (token_id, name) = (
                  select token_id, name from worker where id = {0} and state = {1})
                """,
                val(id), val(state), val(patience.toMillis()))
        > 0;
  }

  /// Gives a worker no more jobs until it is readmitted, for a reason that holds for its identity;
  /// it keeps and finishes those it has. False if it is gone or quarantined already.
  public static boolean quarantine(Tx tx, UUID id, String reason) {
    return tx.sql()
            .update(WORKER)
            .set(WORKER.STATE, "quarantined")
            .set(WORKER.STATE_SINCE, DatabaseClock.now())
            .set(WORKER.QUARANTINE_REASON, reason)
            .setNull(WORKER.DUE_AT)
            .where(WORKER.ID.eq(id))
            .and(WORKER.STATE.in("live", "paused", "draining"))
            .execute()
        == 1;
  }

  /// Gives a live worker no more jobs; it keeps and finishes those it has. False if it is not live.
  public static boolean pause(Tx tx, UUID id) {
    return tx.sql()
            .update(WORKER)
            .set(WORKER.STATE, "paused")
            .set(WORKER.STATE_SINCE, DatabaseClock.now())
            .setNull(WORKER.DUE_AT)
            .where(WORKER.ID.eq(id))
            .and(WORKER.STATE.eq("live"))
            .execute()
        == 1;
  }

  /// Has a worker finish what it has and leave; false if it is neither live nor paused.
  public static boolean drain(Tx tx, UUID id, Duration patience) {
    return tx.sql()
            .update(WORKER)
            .set(WORKER.STATE, "draining")
            .set(WORKER.STATE_SINCE, DatabaseClock.now())
            .set(WORKER.DUE_AT, DatabaseClock.in(patience))
            .where(WORKER.ID.eq(id))
            .and(WORKER.STATE.in("live", "paused"))
            .execute()
        == 1;
  }

  /// Whether a live worker beside this one has a free slot for the job.
  public static boolean anotherIsFree(Tx tx, UUID id, UUID job) {
    return isAny(
        tx,
        "w.id <> {0} and w.state = 'live' and w.busy < w.slots"
            + " and w.offers @> array[j.offer] and j.capability = any(w.capabilities)",
        id,
        job);
  }

  /// Whether the worker's token is good for the job.
  public static boolean mayTake(Tx tx, UUID id, UUID job) {
    return isAny(tx, "w.id = {0}", id, job);
  }

  private static boolean isAny(Tx tx, String which, UUID id, UUID job) {
    return !tx.sql()
        .fetch(
            "select from worker w join access_token t on t.id = w.token_id cross join job j"
                + " where j.id = {1} and "
                + which
                + " and "
                + TokenReach.ADMITS
                + " limit 1",
            val(id),
            val(job))
        .isEmpty();
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
