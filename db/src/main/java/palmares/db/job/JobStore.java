package palmares.db.job;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.JOB;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.UpdateConditionStep;
import org.jooq.UpdateSetMoreStep;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.schema.tables.records.JobRecord;

/// Jobs. Every change of state is one conditional UPDATE that names the state it expects, and false
/// means that the job was not in it any more.
public final class JobStore {

  /// The channel that is notified when there is something to dispatch or to close.
  public static final String CHANNEL = "palmares_job";

  /// How often what a waiting job waits for is worked out again.
  static final Duration RECHECK = Duration.ofSeconds(20);

  private JobStore() {}

  /// Inserts jobs, ready at once.
  public static void insert(Tx tx, Run run, List<NewJob> jobs) {
    tx.sql()
        .execute(
            """
            insert into job (id, run_id, team_id, stage, capability, offer, evaluator_version_id,
              against_no, first_ordinal, last_ordinal, priority, state, due_at)
            select id, {0}, {1}, stage, capability, offer, evaluator, against, first, last, {2}, 'ready',
              clock_timestamp() + interval '2 seconds'
            from unnest({3}, {4}, {5}, {6}, {7}::int[], {8}::bigint[], {9}, {10})
              as t(id, stage, capability, offer, evaluator, against, first, last)
            """,
            val(run.id()),
            val(run.team()),
            val(run.priority()),
            val(jobs.stream().map(job -> UuidV7.next()).toArray(UUID[]::new)),
            val(jobs.stream().map(job -> job.stage().word()).toArray(String[]::new)),
            val(jobs.stream().map(NewJob::capability).toArray(String[]::new)),
            val(jobs.stream().map(NewJob::offer).toArray(String[]::new)),
            val(jobs.stream().map(NewJob::evaluatorVersion).toArray(Integer[]::new)),
            val(jobs.stream().map(NewJob::against).toArray(Long[]::new)),
            val(jobs.stream().map(NewJob::firstOrdinal).toArray(Integer[]::new)),
            val(jobs.stream().map(NewJob::lastOrdinal).toArray(Integer[]::new)));
    wake(tx);
  }

  /// Tells dispatchers and sweepers, when the transaction commits, that there is something to do.
  public static void wake(Tx tx) {
    tx.sql().execute("select pg_notify('" + CHANNEL + "', '')");
  }

  public static @Nullable Job find(Tx tx, UUID id) {
    return tx.sql().selectFrom(JOB).where(JOB.ID.eq(id)).fetchOne(JobStore::job);
  }

  /// The job, held until the transaction ends; null if there is none.
  public static @Nullable Job lock(Tx tx, UUID id) {
    return tx.sql().selectFrom(JOB).where(JOB.ID.eq(id)).forUpdate().fetchOne(JobStore::job);
  }

  /// Whether the time before which it must not run has passed.
  public static boolean isDue(Tx tx, UUID id) {
    return tx.sql().fetchExists(JOB, JOB.ID.eq(id).and(JOB.NOT_BEFORE.le(DatabaseClock.now())));
  }

  /// Whether it has been free to run for less than `age`.
  public static boolean isYounger(Tx tx, UUID id, Duration age) {
    return tx.sql()
        .fetchExists(JOB, JOB.ID.eq(id).and(JOB.NOT_BEFORE.gt(DatabaseClock.in(age.negated()))));
  }

  /// Whether its lease was renewed for as long as `age`: how long nobody looked at it afterwards,
  /// as while the platform was down, does not count.
  public static boolean wasHeldFor(Tx tx, UUID id, Duration age) {
    return tx.sql()
        .fetchExists(
            JOB,
            JOB.ID
                .eq(id)
                .and(
                    "state_since <= due_at - {0} * interval '1 millisecond'", val(age.toMillis())));
  }

  /// The job as it is claimed; null if it is not in the state any more that `job` says.
  public static @Nullable Job claim(Tx tx, Job job, UUID worker, UUID token, Duration lease) {
    return change(tx, job.state(), JobState.CLAIMED)
        .set(JOB.TOKEN, token)
        .set(JOB.WORKER_ID, worker)
        .set(JOB.ATTEMPTS, JOB.ATTEMPTS.plus(1))
        .set(JOB.DUE_AT, DatabaseClock.in(lease))
        .setNull(JOB.WAITING_FOR)
        .where(JOB.ID.eq(job.id()))
        .and(JOB.STATE.eq(job.state().word()))
        .returning()
        .fetchOne(JobStore::job);
  }

  public static boolean done(Tx tx, UUID id, UUID token) {
    return release(tx, JobState.DONE, id, token).execute() == 1;
  }

  public static boolean failed(Tx tx, UUID id, UUID token, FailureClass failure, String reason) {
    return held(
                change(tx, JobState.CLAIMED, JobState.FAILED)
                    .set(JOB.FAILURES, JOB.FAILURES.plus(1))
                    .set(JOB.FAILURE_CLASS, failure.word())
                    .set(JOB.FAILURE_REASON, reason)
                    .setNull(JOB.DUE_AT),
                id,
                token)
            .execute()
        == 1;
  }

  public static boolean cancelled(Tx tx, UUID id, UUID token) {
    return release(tx, JobState.CANCELLED, id, token).execute() == 1;
  }

  /// Gives a claimed job back, to be dispatched after `delay`.
  ///
  /// @param costs whether the attempt counts against the limit
  /// @param avoid the worker that a retry should not go to
  public static boolean backToReady(
      Tx tx, UUID id, UUID token, Duration delay, boolean costs, @Nullable UUID avoid) {
    wake(tx);
    return held(
                change(tx, JobState.CLAIMED, JobState.READY)
                    .set(JOB.FAILURES, JOB.FAILURES.plus(costs ? 1 : 0))
                    .set(JOB.NOT_BEFORE, DatabaseClock.in(delay))
                    .set(JOB.DUE_AT, DatabaseClock.in(delay.plusSeconds(2)))
                    .set(JOB.LAST_WORKER_ID, avoid),
                id,
                token)
            .execute()
        == 1;
  }

  /// Puts a message that its reader could not use back into the ledger, to be dispatched again.
  public static boolean undispatched(Tx tx, UUID id, Duration delay) {
    wake(tx);
    return change(tx, JobState.DISPATCHED, JobState.READY)
            .set(JOB.NOT_BEFORE, DatabaseClock.in(delay))
            .set(JOB.DUE_AT, DatabaseClock.in(delay.plusSeconds(2)))
            .where(JOB.ID.eq(id))
            .and(JOB.STATE.eq(JobState.DISPATCHED.word()))
            .execute()
        == 1;
  }

  private static UpdateConditionStep<JobRecord> release(Tx tx, JobState end, UUID id, UUID token) {
    return held(change(tx, JobState.CLAIMED, end).setNull(JOB.DUE_AT), id, token);
  }

  private static UpdateConditionStep<JobRecord> held(
      UpdateSetMoreStep<JobRecord> update, UUID id, UUID token) {
    return update
        .setNull(JOB.TOKEN)
        .setNull(JOB.WORKER_ID)
        .where(JOB.ID.eq(id))
        .and(JOB.STATE.eq(JobState.CLAIMED.word()))
        .and(JOB.TOKEN.eq(token));
  }

  private static UpdateSetMoreStep<JobRecord> change(Tx tx, JobState from, JobState to) {
    from.checkMayBecome(to);
    return tx.sql().update(JOB).set(JOB.STATE, to.word()).set(JOB.STATE_SINCE, DatabaseClock.now());
  }

  static Job job(JobRecord row) {
    return new Job(
        row.getId(),
        row.getRunId(),
        Stage.of(row.getStage()),
        row.getOffer(),
        row.getEvaluatorVersionId(),
        row.getAgainstNo(),
        row.getFirstOrdinal(),
        row.getLastOrdinal(),
        JobState.of(row.getState()),
        row.getStateSince(),
        row.getAttempts(),
        row.getFailures(),
        row.getToken(),
        row.getWorkerId(),
        row.getLastWorkerId());
  }
}
