package palmares.db.submission;

import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutExamples;
import palmares.db.job.TokenReach;

/// What there is to see of a run's work: progress, what it waits for, and scores for each example.
public final class RunView {

  private RunView() {}

  /// Evaluators of a run in the order of its specification.
  public static List<Progress> progress(Tx tx, UUID run, long runNo) {
    return tx.sql()
        .fetch(
            """
            select e.evaluator || '@' || e.version as evaluator, r.stage,
              coalesce(x.given - x.unscored, 0)::int as scored,
              coalesce(x.unscored, 0)::int as unscored, x.mean
            from run_evaluator r
            join evaluator_version e on e.id = r.evaluator_version_id
            left join (
              select evaluator_version_id, count(*) as given, count(cause) as unscored,
                avg(value) as mean
              from (
                select evaluator_version_id, value, cause from score where run_no = {1}
                union all
                select evaluator_version_id, value, cause from reward where run_no = {1}
                union all
                select rater.evaluator_version_id, null, max(p.cause)
                from preference p join rater on rater.id = p.rater_id
                where p.left_no = {1} and rater.evaluator_version_id is not null
                group by rater.evaluator_version_id, p.right_no, p.ordinal having count(*) = 2) y
              group by evaluator_version_id
            ) x on x.evaluator_version_id = e.id
            where r.run_id = {0}
            order by r.position
            """,
            val(run), val(runNo))
        .map(row ->
            new Progress(
                row.get("evaluator", String.class),
                row.get("stage", String.class),
                row.get("scored", Integer.class),
                row.get("unscored", Integer.class),
                row.get("mean", Double.class)));
  }

  /// Offers that jobs of the run are ready for and that no live worker has which may take them.
  public static List<Waiting> missingOffers(Tx tx, UUID run) {
    return tx.sql()
        .fetch(
            """
            select offer, greatest(min(created_at),
              (select max(state_since) from worker where offers @> array[offer])) as since
            from job j
            where run_id = {0} and state in ('ready', 'dispatched')
              and not exists (select from worker w join access_token t on t.id = w.token_id
                where w.state = 'live' and w.offers @> array[j.offer] and
            """
                + TokenReach.ADMITS
                + """
                    )
                group by offer
                order by offer
                """,
            val(run))
        .map(row -> new Waiting(row.get("offer", String.class), row.get("since", Instant.class)));
  }

  /// When the next attempt may begin, if all open jobs of the run wait for a later one.
  public static @Nullable LaterAttempt laterAttempt(Tx tx, UUID run) {
    return tx
        .sql()
        .fetch(
            """
            select min(not_before) as at, max(state_since) as since
            from job where run_id = {0} and state in ('ready', 'dispatched', 'claimed')
            having bool_and(state = 'ready' and not_before > clock_timestamp())
            """,
            val(run))
        .stream()
        .map(row -> new LaterAttempt(row.get("at", Instant.class), row.get("since", Instant.class)))
        .findAny()
        .orElse(null);
  }

  /// @param at when it may begin
  /// @param since when the last attempt ended
  public record LaterAttempt(Instant at, Instant since) {}

  /// Scores and rewards of a run by example and evaluator version, with the response.
  ///
  /// @param evaluator only this one's (`id@version`), if given
  /// @param afterOrdinal and `afterEvaluator`: what the page before ended with; -1 for the first
  public static List<ExampleScoreRow> scores(
      Tx tx,
      long runNo,
      long submissionNo,
      @Nullable String evaluator,
      int afterOrdinal,
      int afterEvaluator,
      int limit) {
    return tx.sql()
        .fetch(
            """
            select x.ordinal, b.name, e.id, e.evaluator || '@' || e.version as evaluator,
              x.value, x.cause, x.aspects::text as aspects, p.text, p.blob_sha256,
              coalesce(p.chars, 0) as chars, %s as left_out
            from (
              select evaluator_version_id, ordinal, sample, value, cause, aspects
              from score where run_no = {0} and unit = 0
              union all
              select evaluator_version_id, ordinal, sample, value, cause, null
              from reward where run_no = {0} and unit = 0
            ) x
            join run on run.no = {0}
            join evaluator_version e on e.id = x.evaluator_version_id
            join benchmark_example b
              on b.version_id = run.benchmark_version_id and b.ordinal = x.ordinal
            left join response p
              on p.submission_no = {1} and p.ordinal = x.ordinal and p.sample = x.sample
            where x.sample = 0
              and (x.ordinal, e.id) > ({3}, {4})
              and ({2}::text is null or e.evaluator || '@' || e.version = {2})
            order by x.ordinal, e.id
            limit {5}
            """
                .formatted(LeftOutExamples.reason("b.version_id", "b.name")),
            val(runNo),
            val(submissionNo),
            val(evaluator),
            val(afterOrdinal),
            val(afterEvaluator),
            val(limit))
        .map(RunView::score);
  }

  private static ExampleScoreRow score(Record row) {
    var blob = row.get("blob_sha256", byte[].class);
    return new ExampleScoreRow(
        row.get("ordinal", Integer.class),
        row.get("name", String.class),
        row.get("id", Integer.class),
        row.get("evaluator", String.class),
        row.get("value", Double.class),
        row.get("cause", String.class),
        aspects(row.get("aspects", String.class)),
        row.get("text", String.class),
        blob == null ? null : Sha256.ofDigest(blob),
        row.get("chars", Integer.class),
        row.get("left_out", String.class));
  }

  private static Map<String, Double> aspects(@Nullable String json) {
    var aspects = new HashMap<String, Double>();
    if (json != null) {
      Json.tree(json)
          .properties()
          .forEach(aspect -> aspects.put(aspect.getKey(), aspect.getValue().asDouble()));
    }
    return aspects;
  }
}
