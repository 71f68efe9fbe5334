package palmares.db.job;

import static palmares.db.schema.Tables.RUN;
import static palmares.db.schema.Tables.SUBMISSION;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import palmares.db.DatabaseClock;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;

/// Runs. Whoever needs more than one lock takes them in the order job, run, leaderboards by id.
public final class RunStore {

  /// How often an active run is counted again.
  static final Duration RECOUNT = Duration.ofSeconds(15);

  private RunStore() {}

  /// Inserts the run without jobs, about to enter `stage`; gives its number.
  public static long insert(Tx tx, NewRun run, Stage stage) {
    return tx.sql()
        .insertInto(RUN)
        .set(RUN.ID, run.id())
        .set(RUN.SUBMISSION_ID, run.submission())
        .set(RUN.BENCHMARK_VERSION_ID, run.spec().benchmarkVersion())
        .set(RUN.TEAM_ID, run.team())
        .set(RUN.SPEC, JSONB.valueOf(Json.canonical(run.spec())))
        .set(RUN.SPEC_DIGEST, Json.digest(run.spec()))
        .set(RUN.STATE, RunState.ACTIVE.word())
        .set(RUN.DUE_AT, DatabaseClock.in(RECOUNT))
        .set(RUN.STAGE, stage.word())
        .set(RUN.OPEN_JOBS, 0)
        .set(RUN.PRIORITY, run.priority())
        .set(RUN.EXPECTED, run.spec().expected())
        .set(RUN.RESPONSES_SHA256, run.responses())
        .set(RUN.RETRY_OF, run.retryOf())
        .set(RUN.RESCORE_OF, run.rescoreOf())
        .set(RUN.GOLD_REVISION, run.spec().goldRevision())
        .set(RUN.TRACE, run.trace())
        .returningResult(RUN.NO)
        .fetchSingle()
        .value1();
  }

  public static @Nullable Run find(Tx tx, UUID id) {
    return select(tx).where(RUN.ID.eq(id)).fetchOne(RunStore::run);
  }

  /// The run, held until the transaction ends.
  public static Run lock(Tx tx, UUID id) {
    // Not against rows that name it, which whoever plans pairs writes while others wait here.
    tx.sql().select(RUN.ID).from(RUN).where(RUN.ID.eq(id)).forNoKeyUpdate().fetchSingle();
    return select(tx).where(RUN.ID.eq(id)).fetchSingle(RunStore::run);
  }

  /// The newest run of a submission.
  public static @Nullable Run newestOf(Tx tx, UUID submission) {
    return select(tx)
        .where(RUN.SUBMISSION_ID.eq(submission))
        .orderBy(RUN.NO.desc())
        .limit(1)
        .fetchOne(RunStore::run);
  }

  /// The newest run of a submission, held until the transaction ends.
  public static @Nullable Run lockNewestOf(Tx tx, UUID submission) {
    while (true) {
      var newest = newestOf(tx, submission);
      if (newest == null) {
        return null;
      }
      var held = lock(tx, newest.id());
      // Whoever had it until now may have begun another.
      if (held.id().equals(Objects.requireNonNull(newestOf(tx, submission)).id())) {
        return held;
      }
    }
  }

  /// The newest run of a submission whose evidence can be looked at: one that scores again is
  /// passed over until it has ended.
  public static @Nullable Run shownOf(Tx tx, UUID submission) {
    return select(tx)
        .where(RUN.SUBMISSION_ID.eq(submission))
        .and(
            RUN.RESCORE_OF
                .isNull()
                .or(RUN.STATE.in(RunState.COMPLETE.word(), RunState.PARTIAL.word())))
        .orderBy(RUN.NO.desc())
        .limit(1)
        .fetchOne(RunStore::run);
  }

  /// The newest run of a submission that has ended with evidence under a revision of the gold.
  public static @Nullable Run endedOf(Tx tx, UUID submission, int goldRevision) {
    return select(tx)
        .where(RUN.SUBMISSION_ID.eq(submission))
        .and(RUN.GOLD_REVISION.eq(goldRevision))
        .and(RUN.STATE.in(RunState.COMPLETE.word(), RunState.PARTIAL.word()))
        .orderBy(RUN.NO.desc())
        .limit(1)
        .fetchOne(RunStore::run);
  }

  /// Takes ended jobs off the count of open ones. Whoever gets 0 back must end the stage in the
  /// same transaction: of two completions that each saw the other open, neither would.
  public static int jobsEnded(Tx tx, UUID id, int jobs) {
    return tx.sql()
        .update(RUN)
        .set(RUN.OPEN_JOBS, RUN.OPEN_JOBS.minus(jobs))
        .where(RUN.ID.eq(id))
        .returningResult(RUN.OPEN_JOBS)
        .fetchSingle()
        .value1();
  }

  public static void enterStage(Tx tx, UUID id, Stage stage, int openJobs) {
    tx.sql()
        .update(RUN)
        .set(RUN.STAGE, stage.word())
        .set(RUN.OPEN_JOBS, openJobs)
        .where(RUN.ID.eq(id))
        .and(RUN.STATE.eq(RunState.ACTIVE.word()))
        .execute();
  }

  public static void seal(Tx tx, UUID id, Sha256 responses) {
    tx.sql().update(RUN).set(RUN.RESPONSES_SHA256, responses).where(RUN.ID.eq(id)).execute();
  }

  /// One conditional change of state; false when the run was not in the expected one any more.
  public static boolean change(Tx tx, UUID id, RunState from, RunState to) {
    from.checkMayBecome(to);
    var update =
        tx.sql()
            .update(RUN)
            .set(RUN.STATE, to.word())
            .set(RUN.STATE_SINCE, DatabaseClock.now())
            .setNull(RUN.WAITING_FOR);
    var timed =
        to.isEnd() ? update.setNull(RUN.DUE_AT) : update.set(RUN.DUE_AT, DatabaseClock.now());
    return timed.where(RUN.ID.eq(id)).and(RUN.STATE.eq(from.word())).execute() == 1;
  }

  /// Numbers of jobs by state, for all stages so far.
  public static Map<String, Integer> jobsByState(Tx tx, UUID id) {
    return tx.sql()
        .fetch(
            "select state, count(*)::int as jobs from job where run_id = {0} group by 1",
            DSL.val(id))
        .intoMap(row -> row.get("state", String.class), row -> row.get("jobs", Integer.class));
  }

  /// Why jobs failed, each reason once with its number of jobs, most frequent first.
  public static List<String> failures(Tx tx, UUID id) {
    return tx.sql()
        .fetch(
            """
            select stage || ' with ' || offer || ': ' || coalesce(failure_reason, 'no reason given')
                || case when count(*) > 1 then ' (' || count(*) || ' jobs)' else '' end as reason
            from job where run_id = {0} and state = 'failed'
            group by stage, offer, failure_reason order by count(*) desc, 1 limit 20
            """,
            DSL.val(id))
        .getValues("reason", String.class);
  }

  /// The sealed responses of the run with this number.
  public static Sha256 responses(Tx tx, long no) {
    return Objects.requireNonNull(
        tx.sql()
            .select(RUN.RESPONSES_SHA256)
            .from(RUN)
            .where(RUN.NO.eq(no))
            .fetchSingle()
            .value1());
  }

  /// The documents that a claim of this run may name.
  public static Documents documents(Tx tx, Run run) {
    return tx.sql()
        .fetchSingle(
            """
            select v.inputs_sha256, g.sha256
            from benchmark_version v left join gold_document g on g.version_id = v.id and g.revision = {1}
            where v.id = {0}
            """,
            DSL.val(run.spec().benchmarkVersion()), DSL.val(run.spec().goldRevision()))
        .map(row ->
            new Documents(
                Sha256.ofDigest(row.get(0, byte[].class)),
                row.get(1) == null ? null : Sha256.ofDigest(row.get(1, byte[].class))));
  }

  /// @param inputs the examples without gold
  /// @param gold the examples with gold; absent when the benchmark has none of that revision
  public record Documents(Sha256 inputs, @Nullable Sha256 gold) {}

  private static SelectJoinStep<Record> select(Tx tx) {
    return tx.sql()
        .select(RUN.fields())
        .select(SUBMISSION.NO)
        .from(RUN)
        .leftJoin(SUBMISSION)
        .on(SUBMISSION.ID.eq(RUN.SUBMISSION_ID));
  }

  private static Run run(Record row) {
    var submissionNo = row.get(SUBMISSION.NO);
    return new Run(
        row.get(RUN.ID),
        row.get(RUN.NO),
        row.get(RUN.SUBMISSION_ID),
        submissionNo == null ? 0 : submissionNo,
        row.get(RUN.TEAM_ID),
        Json.read(row.get(RUN.SPEC).data(), RunSpec.class),
        RunState.of(row.get(RUN.STATE)),
        row.get(RUN.STATE_SINCE),
        Stage.of(row.get(RUN.STAGE)),
        row.get(RUN.OPEN_JOBS),
        row.get(RUN.PRIORITY),
        row.get(RUN.RESPONSES_SHA256),
        row.get(RUN.RETRY_OF),
        row.get(RUN.RESCORE_OF),
        row.get(RUN.TRACE));
  }
}
