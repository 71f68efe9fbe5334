package palmares.db.battle;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.CONTENDER;
import static palmares.db.schema.Tables.PAIRING;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.CopyRows;
import palmares.db.NamedLock;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutRuns;

/// Who meets whom before a judge of pairs. Whoever writes here holds the lock of the benchmark
/// version and the judge, so that of two runs that become ready at once the later one sees the
/// earlier: no pair is planned twice, and none is missed.
public final class PairingStore {

  private static final String CONTENDERS =
      """
      select r.no, r.state, r.gold_revision, s.id as submission, s.no as submission_no,
        s.withdrawn_at is not null as withdrawn,
        %s as left_out,
        exists (select from job g where g.run_id = r.id and g.stage = 'generate'
          and g.state = 'failed' and g.failure_class <> 'candidate') as lacking,
        s.baseline, s.chosen_at is not null as chosen, y.id as system, y.name,
        y.team_id = b.team_id as own
      from contender c
      join run r on r.no = c.run_no
      join submission s on s.id = r.submission_id
      join system_version w on w.id = s.system_version_id
      join system y on y.id = w.system_id
      join benchmark_version v on v.id = r.benchmark_version_id
      join benchmark b on b.id = v.benchmark_id
      where c.evaluator_version_id = {0} and r.benchmark_version_id = {1}
      order by r.no
      """
          .formatted(LeftOutRuns.condition("s", "r"));

  private PairingStore() {}

  /// Waits until nobody else plans pairs of this benchmark version for this judge.
  public static void hold(Tx tx, UUID benchmarkVersion, int evaluator) {
    NamedLock.PAIRING.hold(tx, benchmarkVersion + " " + evaluator);
  }

  /// Lets later runs plan against this one.
  public static void enter(Tx tx, int evaluator, long run) {
    tx.sql()
        .insertInto(CONTENDER, CONTENDER.EVALUATOR_VERSION_ID, CONTENDER.RUN_NO)
        .values(evaluator, run)
        .execute();
  }

  /// All runs of a benchmark version that have ever become ready, in the order of their numbers.
  public static List<Contender> contenders(Tx tx, UUID benchmarkVersion, int evaluator) {
    return tx.sql()
        .fetch(CONTENDERS, val(evaluator), val(benchmarkVersion))
        .map(row ->
            new Contender(
                row.get("no", Long.class),
                row.get("state", String.class),
                row.get("gold_revision", Integer.class),
                row.get("submission", UUID.class),
                row.get("submission_no", Long.class),
                row.get("withdrawn", Boolean.class),
                row.get("left_out", Boolean.class),
                row.get("lacking", Boolean.class),
                row.get("baseline", Boolean.class),
                row.get("chosen", Boolean.class),
                row.get("system", UUID.class),
                row.get("name", String.class),
                row.get("own", Boolean.class)));
  }

  /// Which of a system's submissions stands on the boards of a benchmark version.
  public static String entryRule(Tx tx, UUID benchmarkVersion) {
    return tx.sql()
        .fetchSingle(
            "select entry_rule from benchmark_version where id = {0}", val(benchmarkVersion))
        .get(0, String.class);
  }

  /// @param skipped why the run will not meet it; null if it will
  public record Opponent(long run, @Nullable String skipped) {}

  /// Freezes whom a run meets, and whom it does not.
  public static void freeze(Tx tx, long run, int evaluator, List<Opponent> opponents) {
    CopyRows.copy(
        tx,
        "opponent (run_no, evaluator_version_id, against_no, skipped)",
        rows -> {
          for (var each : opponents) {
            rows.add(run).add(evaluator).add(each.run()).add(each.skipped()).endRow();
          }
        });
  }

  /// How many pairs a run is to have judged.
  public static int planned(Tx tx, long run) {
    return tx.sql().fetchCount(PAIRING, PAIRING.RUN_NO.eq(run));
  }

  /// Plans the pairs of a run with each opponent on each ordinal of these ranges.
  public static void plan(
      Tx tx, long run, int evaluator, List<Long> opponents, int[] firsts, int[] lasts) {
    tx.sql()
        .execute(
            """
            insert into pairing (evaluator_version_id, least_no, greatest_no, ordinal, run_no)
            select {0}, least({1}, o.no), greatest({1}, o.no), ordinal, {1}
            from unnest({2}) as o(no)
            cross join unnest({3}, {4}) as shard(first, last)
            cross join lateral generate_series(shard.first, shard.last) as ordinal
            """,
            val(evaluator),
            val(run),
            val(opponents.toArray(Long[]::new)),
            val(java.util.Arrays.stream(firsts).boxed().toArray(Integer[]::new)),
            val(java.util.Arrays.stream(lasts).boxed().toArray(Integer[]::new)));
  }
}
