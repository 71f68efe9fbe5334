package palmares.db.job;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.BENCHMARK;
import static palmares.db.schema.Tables.BENCHMARK_VERSION;
import static palmares.db.schema.Tables.JOB;
import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;
import static palmares.db.schema.Tables.SYSTEM;
import static palmares.db.schema.Tables.SYSTEM_VERSION;
import static palmares.db.schema.Tables.TEAM;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;

/// What operators ask of the ledger: where work waits, and what was given up.
public final class LedgerStore {

  private LedgerStore() {}

  /// Jobs that have not ended, by what they need. A worker that is paused or in quarantine is not
  /// one that could do them.
  public static List<OpenWork> open(Tx tx) {
    return tx.sql()
        .fetch(
            """
            with open as (
              select capability, offer,
                count(*) filter (where state = 'ready')::int as waiting,
                count(*) filter (where state = 'ready' and not_before > clock_timestamp())::int
                  as delayed,
                count(*) filter (where state = 'dispatched')::int as dispatched,
                count(*) filter (where state = 'claimed')::int as claimed,
                min(created_at) as oldest
              from job where due_at is not null group by capability, offer)
            select open.*, w.workers, w.slots, w.busy,
              case when w.workers = 0 then w.last_worker end as last_worker
            from open cross join lateral (
              select count(*) filter (where state = 'live')::int as workers,
                coalesce(sum(slots) filter (where state = 'live'), 0)::int as slots,
                coalesce(sum(busy) filter (where state = 'live'), 0)::int as busy,
                max(state_since) filter (where state <> 'live') as last_worker
              from worker
              where open.capability = any(capabilities) and open.offer = any(offers)) w
            order by capability, offer
            """)
        .map(each ->
            new OpenWork(
                each.get("capability", String.class),
                each.get("offer", String.class),
                each.get("waiting", Integer.class),
                each.get("delayed", Integer.class),
                each.get("dispatched", Integer.class),
                each.get("claimed", Integer.class),
                each.get("oldest", Instant.class),
                each.get("workers", Integer.class),
                each.get("slots", Integer.class),
                each.get("busy", Integer.class),
                each.get("last_worker", Instant.class)));
  }

  /// Why each worker in quarantine is there: what an operator has said of it, or its failures in a
  /// row and the last of them.
  public static Map<UUID, String> quarantines(Tx tx) {
    return tx
        .sql()
        .fetch(
            """
            select w.id, coalesce(
              (select max(said.quarantine_reason) from worker said
                where said.token_id = w.token_id and said.name = w.name),
              w.failures_in_row || ' failures of its own in a row'
                || coalesce(', the last: ' || a.failure_reason, '')) as reason
            from worker w left join lateral (
              select attempt.failure_reason from attempt
              join worker same on same.id = attempt.worker_id
              where same.token_id = w.token_id and same.name = w.name
                and attempt.failure_class = 'worker'
              order by attempt.ended_at desc limit 1) a on true
            where w.state = 'quarantined'
            """)
        .stream()
        .collect(
            Collectors.toMap(
                each -> each.get("id", UUID.class), each -> each.get("reason", String.class)));
  }

  /// Where a page of failed jobs or of attempts ended.
  public record After(Instant at, UUID job) {}

  /// Jobs that were given up, newest first; those of runs that were tried again are no longer of
  /// interest.
  public static List<FailedJob> failed(Tx tx, @Nullable After after, int limit) {
    var again = RUN.as("again");
    return tx.sql()
        .select(
            JOB.ID,
            SUBMISSION.ID,
            TEAM.NAME,
            SYSTEM.NAME,
            BENCHMARK.NAME,
            BENCHMARK_VERSION.VERSION,
            JOB.STAGE,
            JOB.OFFER,
            JOB.FAILURE_CLASS,
            JOB.FAILURE_REASON,
            JOB.ATTEMPTS,
            JOB.STATE_SINCE)
        .from(JOB)
        .join(RUN)
        .on(RUN.ID.eq(JOB.RUN_ID))
        .join(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID))
        .join(TEAM)
        .on(TEAM.ID.eq(SUBMISSION.TEAM_ID))
        .join(SYSTEM_VERSION)
        .on(SYSTEM_VERSION.ID.eq(SUBMISSION.SYSTEM_VERSION_ID))
        .join(SYSTEM)
        .on(SYSTEM.ID.eq(SYSTEM_VERSION.SYSTEM_ID))
        .join(BENCHMARK_VERSION)
        .on(BENCHMARK_VERSION.ID.eq(SUBMISSION.BENCHMARK_VERSION_ID))
        .join(BENCHMARK)
        .on(BENCHMARK.ID.eq(BENCHMARK_VERSION.BENCHMARK_ID))
        .where(JOB.STATE.eq("failed"))
        .and(before(after))
        .andNotExists(selectOne().from(again).where(again.RETRY_OF.eq(RUN.ID)))
        .orderBy(JOB.STATE_SINCE.desc(), JOB.ID.desc())
        .limit(limit)
        .fetch(each ->
            new FailedJob(
                each.value1(),
                each.value2(),
                each.value3(),
                each.value4(),
                each.value5(),
                each.value6(),
                each.value7(),
                each.value8(),
                FailureClass.of(each.value9()),
                each.value10(),
                each.value11(),
                each.value12()));
  }

  private static Condition before(@Nullable After after) {
    return after == null
        ? noCondition()
        : row(JOB.STATE_SINCE, JOB.ID).lessThan(row(val(after.at()), val(after.job())));
  }
}
