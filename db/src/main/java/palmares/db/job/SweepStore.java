package palmares.db.job;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.JOB;

import java.util.List;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// What is due: every row that is not at its end comes up here in time. Rows that another sweeper
/// holds are skipped. What is taken one by one is taken in any order, so that one row that cannot
/// be dealt with does not keep the others waiting.
///
/// What is taken many at once is chosen in an array, which is made once. A subquery of `in` may be
/// made again for each row that it is compared with, where few were expected: each time it locks as
/// many as its limit again.
public final class SweepStore {

  private static final int ROWS = 500;

  private SweepStore() {}

  /// One claimed job whose lease has lapsed, held until the transaction ends.
  public static @Nullable Job lapsed(Tx tx) {
    return tx.sql()
        .selectFrom(JOB)
        .where("state = 'claimed' and due_at <= clock_timestamp()")
        .orderBy(DSL.rand())
        .limit(1)
        .forUpdate()
        .skipLocked()
        .fetchOne(JobStore::job);
  }

  /// Makes dispatched jobs ready again that nobody has claimed in time.
  public static int unclaimed(Tx tx) {
    int rows =
        tx.sql()
            .execute(
                """
                update job set state = 'ready', state_since = clock_timestamp(),
                  waiting_for = 'a worker to take it',
                  due_at = clock_timestamp() + interval '2 seconds'
                where id = any(array(
                  select id from job where state = 'dispatched' and due_at <= clock_timestamp()
                  order by due_at limit {0} for update skip locked))
                """,
                val(ROWS));
    if (rows > 0) {
      JobStore.wake(tx);
    }
    return rows;
  }

  /// Says of ready jobs what they wait for, in words, and has them wait where somebody can take
  /// them: in another lane, if in their own no live worker offers what they need. It holds them by
  /// a lock that [DispatchStore#dispatch] waits for and does not skip.
  public static int explainWaiting(Tx tx) {
    return tx.sql()
        .execute(
            """
            update job j set
              due_at = greatest(not_before, clock_timestamp()) + {1} * interval '1 millisecond',
              waiting_for = case
                when not_before > clock_timestamp() then 'the next try at '
                  || to_char(not_before at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                when not exists (select from worker w join access_token t on t.id = w.token_id
                  where w.state = 'live' and w.offers @> array[j.offer] and
            """
                + TokenReach.ADMITS
                + """
                    ) then 'a worker with ' || offer
                    else 'a free worker' end,
                  capability = coalesce((
                    select min(lane) from worker w join access_token t on t.id = w.token_id
                    cross join unnest(w.capabilities) as lane
                    where w.state = 'live' and w.offers @> array[j.offer] and
                """
                + TokenReach.ADMITS
                + """
                    having not bool_or(lane = j.capability)), capability)
                where id = any(array(
                  select id from job where state = 'ready' and due_at <= clock_timestamp()
                  order by due_at limit {0} for no key update skip locked))
                """,
            val(ROWS),
            val(JobStore.RECHECK.toMillis()));
  }

  /// Closes jobs that nobody holds of runs being cancelled or stopped, and gives for each such run
  /// how many; the caller takes them off the runs' counts in the same transaction.
  public static List<Closed> closeCancelled(Tx tx) {
    return tx.sql()
        .fetch(
            """
            with closed as (
              update job set state = 'cancelled', state_since = clock_timestamp(), due_at = null,
                waiting_for = null
              where id = any(array(
                select job.id from job join run on run.id = job.run_id
                where run.state in ('cancelling', 'stopping')
                  and job.state in ('ready', 'dispatched')
                order by job.id limit {0} for update of job skip locked))
              returning run_id)
            select run_id, count(*)::int as jobs from closed group by run_id order by run_id
            """,
            val(ROWS))
        .map(row -> new Closed(row.get("run_id", UUID.class), row.get("jobs", Integer.class)));
  }

  public record Closed(UUID run, int jobs) {}

  /// Takes silent workers for gone and gives their ids.
  public static List<UUID> silentWorkers(Tx tx) {
    return tx.sql()
        .fetch(
            """
            update worker set state = 'gone', state_since = clock_timestamp(), due_at = null, busy = 0
            where id = any(array(
              select id from worker where state in ('live', 'draining')
                and due_at <= clock_timestamp()
              order by id for update skip locked))
            returning id
            """)
        .getValues("id", UUID.class);
  }

  /// One run that is due to be counted again, held until the transaction ends.
  public static @Nullable UUID dueRun(Tx tx) {
    return tx
        .sql()
        .fetch(
            """
            select id from run where due_at <= clock_timestamp()
            order by random() limit 1 for update skip locked
            """)
        .stream()
        .map(row -> row.get("id", UUID.class))
        .findFirst()
        .orElse(null);
  }

  /// Counts a run's open jobs, corrects the run if it says otherwise, says what the run waits for,
  /// and winds its clock. The run must be held.
  public static Recount recount(Tx tx, UUID run) {
    return tx.sql()
        .fetchSingle(
            """
            with counted as (
              select count(*)::int as jobs,
                count(*) filter (where state = 'claimed') as claimed,
                min(waiting_for) filter (where state = 'ready' and waiting_for like 'a worker with%')
                  as missing,
                min(waiting_for) as waiting
              from job where run_id = {0} and state in ('ready', 'dispatched', 'claimed')),
            before as (select open_jobs from run where id = {0})
            update run set open_jobs = counted.jobs,
              due_at = clock_timestamp() + {1} * interval '1 millisecond',
              waiting_for = case when claimed > 0 then null else coalesce(missing, waiting) end
            from counted, before
            where run.id = {0} and run.due_at is not null
            returning before.open_jobs as said, counted.jobs as counted
            """,
            val(run), val(RunStore.RECOUNT.toMillis()))
        .map(row -> new Recount(row.get("said", Integer.class), row.get("counted", Integer.class)));
  }

  /// @param said what the run had it to be
  /// @param counted what it is
  public record Recount(int said, int counted) {}
}
