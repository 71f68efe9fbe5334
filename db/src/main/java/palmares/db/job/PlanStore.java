package palmares.db.job;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.JOB;

import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import palmares.db.Tx;

/// What planning a stage has to know of the stages and runs before it.
public final class PlanStore {

  private PlanStore() {}

  /// Lets a run that is tried again begin with all that the earlier one has, marked by attempt 0:
  /// except where there was no response for want of a job that was done, which is tried again too.
  public static void takeOver(Tx tx, UUID earlier, UUID later) {
    for (var table : List.of("score", "reward")) {
      var columns = "evaluator_version_id, ordinal, sample, unit, value, cause";
      var all = table.equals("score") ? columns + ", aspects" : columns;
      tx.sql()
          .execute(
              """
              insert into %1$s (run_no, attempt, %2$s)
              select later.no, 0, %2$s
              from %1$s e
              join run earlier on earlier.no = e.run_no and earlier.id = {0}
              cross join run later
              where later.id = {1} and not exists (
                select from job g where g.run_id = {0} and g.stage = 'generate'
                  and g.state <> 'done' and e.ordinal between g.first_ordinal and g.last_ordinal)
              """
                  .formatted(table, all),
              val(earlier),
              val(later));
    }
  }

  /// Lets a run that scores responses again begin with the gaps of a system that crashed: it has no
  /// stage that would write them down.
  public static void takeOverCrashes(Tx tx, UUID earlier, UUID later) {
    for (var table : List.of("score", "reward")) {
      tx.sql()
          .execute(
              """
              insert into %1$s (run_no, evaluator_version_id, ordinal, sample, unit, cause, attempt)
              select later.no, e.evaluator_version_id, e.ordinal, e.sample, e.unit, e.cause, 0
              from %1$s e
              join run earlier on earlier.no = e.run_no and earlier.id = {0}
              cross join run later
              where later.id = {1} and e.cause = 'CRASHED'
              on conflict do nothing
              """
                  .formatted(table),
              val(earlier),
              val(later));
    }
  }

  /// The shards that the system is to be run on: all of them, or for a run that is tried again
  /// those that the earlier one did not finish.
  public static List<Shard> missingResponses(Tx tx, Run run, List<Shard> shards) {
    var earlier = run.retryOf();
    if (earlier == null) {
      return shards;
    }
    var open =
        tx.sql()
            .selectFrom(JOB)
            .where(JOB.RUN_ID.eq(earlier))
            .and(JOB.STAGE.eq(Stage.GENERATE.word()))
            .and(JOB.STATE.ne(JobState.DONE.word()))
            .fetch(row -> new Shard(row.getFirstOrdinal(), row.getLastOrdinal()));
    return shards.stream()
        .filter(shard -> open.stream().anyMatch(o -> shard.overlaps(o.first(), o.last())))
        .toList();
  }

  /// Cuts out of the shards what has no responses by our own fault: nothing may be said of that.
  public static List<Shard> withoutOurFailures(Tx tx, Run run, List<Shard> shards) {
    var failed =
        tx.sql()
            .selectFrom(JOB)
            .where(JOB.RUN_ID.eq(run.id()))
            .and(JOB.STAGE.eq(Stage.GENERATE.word()))
            .and(JOB.STATE.eq(JobState.FAILED.word()))
            .and(JOB.FAILURE_CLASS.ne(FailureClass.CANDIDATE.word()))
            .fetch(row -> new Shard(row.getFirstOrdinal(), row.getLastOrdinal()));
    var left = shards;
    for (var gone : failed) {
      left = left.stream().flatMap(shard -> shard.without(gone).stream()).toList();
    }
    return left;
  }

  /// The shards in which an evaluator has not said something about every example.
  public static List<Shard> missingEvidence(
      Tx tx, Run run, Stage stage, int evaluator, List<Shard> shards) {
    if (shards.isEmpty()) {
      return shards;
    }
    var there =
        new TreeSet<>(
            tx.sql()
                .fetch(
                    "select distinct ordinal from "
                        + (stage == Stage.SCORE ? "score" : "reward")
                        + " where run_no = {0} and evaluator_version_id = {1}",
                    val(run.no()),
                    val(evaluator))
                .intoSet("ordinal", Integer.class));
    return shards.stream()
        .filter(
            shard -> there.subSet(shard.first(), true, shard.last(), true).size() < shard.size())
        .toList();
  }

  /// A gap never pays: where a system crashed, each example without a response counts as its
  /// candidate's gap for every evaluator of the run.
  public static void writeCrashes(Tx tx, Run run) {
    for (var stage : List.of(Stage.SCORE, Stage.REWARD)) {
      tx.sql()
          .execute(
              """
              insert into %s (run_no, evaluator_version_id, ordinal, cause, attempt)
              select {1}, e.evaluator_version_id, o.ordinal, 'CRASHED', 0
              from run_evaluator e
              cross join job g
              cross join lateral generate_series(g.first_ordinal, g.last_ordinal) as o(ordinal)
              where e.run_id = {0} and e.stage = {2} and g.run_id = {0} and g.stage = 'generate'
                and g.state = 'failed' and g.failure_class = 'candidate'
                and not exists (select from response r
                  where r.submission_no = {3} and r.ordinal = o.ordinal)
              on conflict do nothing
              """
                  .formatted(stage.word()),
              val(run.id()),
              val(run.no()),
              val(stage.word()),
              val(run.submissionNo()));
    }
  }

  public static FailedJobs failedJobs(Tx tx, UUID run) {
    return tx.sql()
        .fetchSingle(
            """
            select count(*)::int as jobs,
              (count(*) filter (where failure_class <> 'candidate'))::int as ours
            from job where run_id = {0} and state = 'failed'
            """,
            val(run))
        .map(row -> new FailedJobs(row.get("jobs", Integer.class), row.get("ours", Integer.class)));
  }

  /// @param ours those that are not the candidate's fault
  public record FailedJobs(int all, int ours) {}

  /// Whether any worker ever took a job of the run.
  public static boolean wasClaimed(Tx tx, UUID run) {
    return tx.sql().fetchExists(JOB, JOB.RUN_ID.eq(run).and(JOB.ATTEMPTS.gt(0)));
  }
}
