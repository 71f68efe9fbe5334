package palmares.db.battle;

import static org.jooq.impl.DSL.val;
import static palmares.db.schema.Tables.RATER;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import palmares.db.CopyRows;
import palmares.db.Tx;

/// Preferences of judges of pairs, by the numbers of two runs. What is there already stays as it
/// is: the first attempt to deliver a key wins.
public final class PreferenceStore {

  private static final String COLUMNS =
      "rater_id, version_no, left_no, right_no, attempt, ordinal, left_shown, probability, cause,"
          + " label";

  private PreferenceStore() {}

  /// Two runs before a judge.
  ///
  /// @param left the run that owns the pairing
  public record Pair(int evaluator, long left, long right) {}

  /// The rater that an evaluator version is, made if it is new.
  public static int rater(Tx tx, int evaluator) {
    tx.sql()
        .insertInto(RATER, RATER.EVALUATOR_VERSION_ID)
        .values(evaluator)
        .onConflictDoNothing()
        .execute();
    return tx.sql()
        .select(RATER.ID)
        .from(RATER)
        .where(RATER.EVALUATOR_VERSION_ID.eq(evaluator))
        .fetchSingle()
        .value1();
  }

  /// Stores what is not there yet and gives the number of rows that were new.
  public static int store(Tx tx, Pair pair, int attempt, List<PreferenceRow> rows) {
    var rater = rater(tx, pair.evaluator());
    long version = versionNo(tx, pair.left());
    return CopyRows.copyOrElse(
        tx,
        () -> copy(tx, pair, rater, version, attempt, rows),
        () -> insert(tx, pair, rater, version, attempt, rows));
  }

  static long versionNo(Tx tx, long run) {
    return tx.sql()
        .fetchSingle(
            """
            select v.no from run join benchmark_version v on v.id = run.benchmark_version_id
            where run.no = {0}
            """,
            val(run))
        .get(0, Long.class);
  }

  private static long copy(
      Tx tx, Pair pair, int rater, long version, int attempt, List<PreferenceRow> rows) {
    return CopyRows.copy(
        tx,
        "preference (" + COLUMNS + ")",
        copy -> {
          for (var row : rows) {
            copy.add(rater).add(version).add(pair.left()).add(pair.right()).add(attempt);
            copy.add(row.ordinal()).add(row.leftShown());
            copy.add(row.probability()).add(row.cause()).add(row.label()).endRow();
          }
        });
  }

  private static int insert(
      Tx tx, Pair pair, int rater, long version, int attempt, List<PreferenceRow> rows) {
    return tx.sql()
        .execute(
            """
            insert into preference (%s)
            select {0}, {1}, {2}, {3}, {4}, ordinal, shown, probability, cause, label
            from unnest({5}, {6}, {7}::float8[], {8}::text[], {9}::text[])
              as t(ordinal, shown, probability, cause, label)
            on conflict do nothing
            """
                .formatted(COLUMNS),
            val(rater),
            val(version),
            val(pair.left()),
            val(pair.right()),
            val(attempt),
            val(column(rows, PreferenceRow::ordinal, Integer[]::new)),
            val(column(rows, PreferenceRow::leftShown, Integer[]::new)),
            val(column(rows, PreferenceRow::probability, Double[]::new)),
            val(column(rows, PreferenceRow::cause, String[]::new)),
            val(column(rows, PreferenceRow::label, String[]::new)));
  }

  private static <T> T[] column(
      List<PreferenceRow> rows,
      Function<PreferenceRow, @Nullable T> value,
      IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }

  /// The ordinals of a shard that were judged in both orders, in order.
  public static List<Integer> done(Tx tx, Pair pair, int first, int last) {
    return tx.sql()
        .fetch(
            """
            select ordinal from preference p join rater on rater.id = p.rater_id
            where rater.evaluator_version_id = {0} and p.left_no = {1} and p.right_no = {2}
              and p.ordinal between {3} and {4} and p.repeat = 0
            group by ordinal having count(distinct left_shown) = 2 order by 1
            """,
            val(pair.evaluator()), val(pair.left()), val(pair.right()), val(first), val(last))
        .getValues("ordinal", Integer.class);
  }

  /// Lets a run that is tried again begin with what was said of the earlier one's responses, on
  /// whichever side they were: except where a job of `generate` was not done, whose responses are
  /// made anew. Only of pairs that the later run owns.
  public static void takeOver(Tx tx, int evaluator, UUID earlier, long later) {
    tx.sql()
        .execute(
            """
            insert into preference (rater_id, version_no, ordinal, left_no, right_no, left_shown,
              probability, cause, label, attempt)
            select p.rater_id, p.version_no, p.ordinal, {2}, side.other,
              case when side.owned then p.left_shown else 3 - p.left_shown end,
              case when side.owned then p.probability else 1 - p.probability end,
              p.cause, p.label, 0
            from run e
            join preference p on e.no in (p.left_no, p.right_no) and p.repeat = 0
            join rater on rater.id = p.rater_id and rater.evaluator_version_id = {0}
            cross join lateral (select p.left_no = e.no as owned,
              case when p.left_no = e.no then p.right_no else p.left_no end as other) side
            where e.id = {1}
              and exists (select from pairing n where n.evaluator_version_id = {0}
                and n.least_no = least({2}, side.other)
                and n.greatest_no = greatest({2}, side.other)
                and n.ordinal = p.ordinal and n.run_no = {2})
              and not exists (select from job g where g.run_id = {1} and g.stage = 'generate'
                and g.state <> 'done' and p.ordinal between g.first_ordinal and g.last_ordinal)
            """,
            val(evaluator), val(earlier), val(later));
  }
}
