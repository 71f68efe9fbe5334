package palmares.db.battle;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutRuns;

/// Runs that others did not meet because they were left out of the leaderboards, and are no longer.
public final class MissedPairing {

  /// Why an opponent is skipped that organisers leave out.
  public static final String REASON = "it is left out of the leaderboards";

  /// The run that stands for a submission that counts again, unless it has been tried again or is
  /// scored again anyway. Whoever skipped it may be gone itself by now, or have a later run that
  /// skipped it as well: only those that could stand beside it matter. In any order: one that could
  /// not be begun must not keep those behind it waiting.
  private static final String RUNS =
      """
      select r.id
      from (
        select distinct case x.kind when 'submission' then x.subject::uuid
          when 'run' then (select id_of.submission_id from run id_of where id_of.id = x.subject::uuid)
          end as id
        from exclusion_lift
        join exclusion x on x.id = exclusion_lift.exclusion_id and x.kind in ('run', 'submission')
      ) lifted
      join submission s on s.id = lifted.id and s.withdrawn_at is null
      join run r on r.submission_id = s.id and r.state in ('complete', 'partial')
      where ({0}::uuid is null or r.id = {0})
        and not %1$s
        and not exists (select from run other where other.submission_id = s.id
          and (other.state in ('active', 'cancelling', 'stopping') or other.retry_of = r.id
            or other.no > r.no and other.state in ('complete', 'partial')))
        and not exists (select from gold_document g
          where g.version_id = r.benchmark_version_id and g.revision > r.gold_revision)
        and not exists (select from job g where g.run_id = r.id and g.stage = 'generate'
          and g.state = 'failed' and g.failure_class <> 'candidate')
        and exists (select from opponent o
          join run b on b.no = o.run_no
          join submission t on t.id = b.submission_id
          where o.against_no = r.no and o.skipped = {1} and t.withdrawn_at is null
            and b.gold_revision = r.gold_revision and b.state in ('active', 'complete', 'partial')
            and not %2$s
            and not exists (select from run later where later.submission_id = t.id
              and later.no > b.no and later.state in ('complete', 'partial')))
      order by random() limit {2}
      """
          .formatted(LeftOutRuns.condition("s", "r"), LeftOutRuns.condition("t", "b"));

  private MissedPairing() {}

  public static List<UUID> runs(Tx tx, int limit) {
    return runs(tx, null, limit);
  }

  public static boolean isOf(Tx tx, UUID run) {
    return !runs(tx, run, 1).isEmpty();
  }

  private static List<UUID> runs(Tx tx, @Nullable UUID run, int limit) {
    return tx.sql()
        .fetch(RUNS, val(run, UUID.class), val(REASON), val(limit))
        .getValues("id", UUID.class);
  }
}
