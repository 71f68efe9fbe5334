package palmares.db.battle;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutRuns;

/// Whom a run meets, on whichever side of the pairs it stands.
public final class OpponentView {

  private OpponentView() {}

  /// @param evaluator number of the judge's version, `against` that of the other run
  /// @param withdrawn whether the other's submission is
  /// @param pairs planned, and how many of them were judged in both orders
  public record Row(
      int evaluator,
      long against,
      String judge,
      UUID system,
      boolean withdrawn,
      @Nullable String skipped,
      int pairs,
      int judged) {}

  /// By judge and run.
  ///
  /// @param afterEvaluator and `afterRun`: what the page before ended with; 0 for the first
  public static List<Row> page(Tx tx, long run, int afterEvaluator, long afterRun, int limit) {
    return tx.sql()
        .fetch(
            """
            with met as (
              select evaluator_version_id, against_no, skipped from opponent where run_no = {0}
              union all
              select evaluator_version_id, run_no, null from opponent
              where against_no = {0} and skipped is null)
            select met.evaluator_version_id, met.against_no, met.skipped, y.system_id,
              e.evaluator || '@' || e.version as judge, (s.withdrawn_at is not null
                or run.state in ('cancelling', 'cancelled', 'stopping', 'stopped')
                or %s) as unnamed,
              (select count(*)::int from pairing p
                where p.evaluator_version_id = met.evaluator_version_id
                  and p.least_no = least({0}, met.against_no)
                  and p.greatest_no = greatest({0}, met.against_no)) as pairs,
              (select count(*)::int from (
                select from preference f join rater on rater.id = f.rater_id
                where rater.evaluator_version_id = met.evaluator_version_id and f.repeat = 0
                  and (f.left_no, f.right_no) in (({0}, met.against_no), (met.against_no, {0}))
                group by f.ordinal having count(*) = 2) as both_orders) as judged
            from met
            join evaluator_version e on e.id = met.evaluator_version_id
            join run on run.no = met.against_no
            join submission s on s.id = run.submission_id
            join system_version y on y.id = s.system_version_id
            where (met.evaluator_version_id, met.against_no) > ({1}, {2})
            order by met.evaluator_version_id, met.against_no
            limit {3}
            """
                .formatted(LeftOutRuns.condition("s", "run")),
            val(run),
            val(afterEvaluator),
            val(afterRun),
            val(limit))
        .map(row ->
            new Row(
                row.get("evaluator_version_id", Integer.class),
                row.get("against_no", Long.class),
                row.get("judge", String.class),
                row.get("system_id", UUID.class),
                row.get("unnamed", Boolean.class),
                row.get("skipped", String.class),
                row.get("pairs", Integer.class),
                row.get("judged", Integer.class)));
  }
}
