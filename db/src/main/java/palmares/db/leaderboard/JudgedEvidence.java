package palmares.db.leaderboard;

import static org.jooq.impl.DSL.val;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.ResultQuery;
import palmares.db.Tx;
import palmares.db.leaderboard.ClaimedEvidence.BattleReader;

/// The battles between runs that judges of pairs decided. Which runs there are says all: a pair was
/// settled when the later of its two runs ended, and never changes.
public final class JudgedEvidence {

  private static final int ROWS_AT_A_TIME = 10_000;

  /// The versions of these judges (`id@version`) that compare these runs, by id; none for other
  /// evaluators.
  public Map<Integer, String> judges(Tx tx, Collection<String> keys, Collection<Long> runs) {
    return new TreeMap<>(
        tx.sql()
            .fetch(
                """
                select distinct e.id, e.evaluator || '@' || e.version as key
                from contender c join evaluator_version e on e.id = c.evaluator_version_id
                where c.run_no = any({0}) and e.evaluator || '@' || e.version = any({1})
                """,
                val(longs(runs)), val(keys.toArray(String[]::new)))
            .intoMap(row -> row.get("id", Integer.class), row -> row.get("key", String.class)));
  }

  /// Streams the battles between these runs, in one order.
  public void battles(Tx tx, int judge, Collection<Long> runs, BattleReader reader) {
    try (var rows =
        tx.sql()
            .resultQuery(
                """
                select b.left_no, b.right_no, b.outcome, b.weight, b.cluster
                from battle b
                where b.source_kind = 'preference' and b.left_no = any({0}) and b.right_no = any({0})
                  and b.version_no in (select v.no from run
                    join benchmark_version v on v.id = run.benchmark_version_id
                    where run.no = any({0}))
                  and left(b.source_id, 10) = (select lpad(id::text, 10, '0') from rater
                    where evaluator_version_id = {1})
                order by b.source_id
                """,
                val(longs(runs)), val(judge))
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      for (var row : rows) {
        reader.battle(
            row.get("left_no", Long.class),
            row.get("right_no", Long.class),
            row.get("outcome", Double.class),
            row.get("weight", Double.class),
            row.get("cluster", Long.class));
      }
    }
  }

  /// To how many examples each of these runs has no response that could be judged, as far as it met
  /// one of the others there.
  ///
  /// @param without ordinals that do not count
  public Map<Long, Integer> gaps(
      Tx tx, int judge, Collection<Long> runs, Collection<Integer> without) {
    return counts(
        tx.sql()
            .resultQuery(
                """
                with met as (
                  select p.* from preference p join rater on rater.id = p.rater_id
                  where rater.evaluator_version_id = {1} and p.repeat = 0
                    and p.left_no = any({0}) and p.right_no = any({0})
                    and p.ordinal <> all({2})),
                gap as (
                  select ordinal, case when (left_shown = 1) = (label = 'first-gap')
                    then left_no else right_no end as run_no
                  from met where label in ('first-gap', 'second-gap')
                  union
                  select ordinal, run_no from met, unnest(array[left_no, right_no]) as run_no
                  where cause is not null)
                select run_no, count(*)::int as examples from gap group by run_no
                """,
                val(longs(runs)), val(judge), val(without.toArray(Integer[]::new))));
  }

  /// How many examples of these runs were not judged by our own fault.
  ///
  /// @param without ordinals that do not count
  public Map<Long, Integer> lacking(
      Tx tx, int judge, Collection<Long> runs, Collection<Integer> without) {
    return counts(
        tx.sql()
            .resultQuery(
                """
                select run.no as run_no, count(distinct ordinal)::int as examples
                from run
                join job on job.run_id = run.id and job.state = 'failed'
                  and (job.stage = 'generate' and job.failure_class <> 'candidate'
                    or job.stage = 'pair' and job.evaluator_version_id = {1})
                cross join lateral generate_series(job.first_ordinal, job.last_ordinal) as ordinal
                where run.no = any({0}) and ordinal <> all({2})
                group by run.no
                """,
                val(longs(runs)), val(judge), val(without.toArray(Integer[]::new))));
  }

  private static Map<Long, Integer> counts(ResultQuery<?> query) {
    var counts = new HashMap<Long, Integer>();
    query
        .fetch()
        .forEach(
            row -> counts.put(row.get("run_no", Long.class), row.get("examples", Integer.class)));
    return counts;
  }

  private static Long[] longs(Collection<Long> numbers) {
    return numbers.toArray(Long[]::new);
  }
}
