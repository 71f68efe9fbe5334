package palmares.db.submission;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutExamples;

/// The examples of a benchmark version with what one evaluator says of two runs.
public final class ComparedView {

  private static final int ROWS_AT_A_TIME = 10_000;

  /// For benchmark version {0}, runs {1} and {2}, evaluator {3}, its worst value {4} and category
  /// {5}. A value is better than a gap; who was not evaluated is neither better nor worse.
  private static final String COMPARED =
      """
      with given as not materialized (
        select run_no, ordinal, value from score
        where evaluator_version_id = {3} and sample = 0 and unit = 0
        union all
        select run_no, ordinal, value from reward
        where evaluator_version_id = {3} and sample = 0 and unit = 0),
      paired as (
        select b.ordinal, b.name, b.tags, l.value as left_value, r.value as right_value,
          l.ordinal is not null and r.ordinal is not null as evaluated
        from benchmark_example b
        left join given l on l.run_no = {1} and l.ordinal = b.ordinal
        left join given r on r.run_no = {2} and r.ordinal = b.ordinal
        where b.version_id = {0} and ({5}::text is null or {5} = any(b.tags))),
      compared as (
        select *,
          case
            when not evaluated or (left_value is null and right_value is null) then 0
            when left_value is null then -1
            when right_value is null then 1
            else sign(left_value - right_value) end as better,
          case
            when not evaluated or (left_value is null and right_value is null) then 0
            else coalesce(
              abs(coalesce(left_value, {4}::float8) - coalesce(right_value, {4}::float8)),
              'Infinity'::float8) end as apart
        from paired)
      """;

  private static final String LEFT_OUT = LeftOutExamples.reason("{0}", "name");

  private ComparedView() {}

  /// What is compared.
  ///
  /// @param evaluator id of an evaluator version
  /// @param worst its worst value, if it has one
  /// @param category only examples with this tag, if given
  public record Question(
      UUID benchmarkVersion,
      long leftRun,
      long rightRun,
      int evaluator,
      @Nullable Double worst,
      @Nullable String category) {

    private Field<?>[] parameters(Field<?>... more) {
      var all = new Field<?>[6 + more.length];
      all[0] = val(benchmarkVersion);
      all[1] = val(leftRun);
      all[2] = val(rightRun);
      all[3] = val(evaluator);
      all[4] = val(worst);
      all[5] = val(category);
      System.arraycopy(more, 0, all, 6, more.length);
      return all;
    }
  }

  /// Which of the examples, and in which order.
  ///
  /// @param better only those on which the left one is better (1), the right one (-1), either (0);
  ///   all if absent
  /// @param byDifference largest first, and not as in the benchmark
  public record Listing(@Nullable Integer better, boolean byDifference) {

    private String sort() {
      return byDifference ? "-apart" : "ordinal::float8";
    }
  }

  /// @param sort by what it is sorted
  /// @param evaluated whether both runs were evaluated on it
  /// @param leftOut why the leaderboards leave it out; not read where all are handed out
  public record Row(
      int ordinal,
      String name,
      List<String> tags,
      double sort,
      @Nullable Double left,
      @Nullable Double right,
      boolean evaluated,
      @Nullable String leftOut) {}

  /// Hands out all of them, one after the other: they may be too many to hold.
  public static void forEach(Tx tx, Question question, Consumer<Row> reader) {
    try (var rows =
        tx.sql()
            .resultQuery(
                COMPARED
                    + " select *, 0::float8 as sort, null as left_out from compared order by ordinal",
                (Object[]) question.parameters())
            .fetchSize(ROWS_AT_A_TIME)
            .fetchLazy()) {
      for (var row : rows) {
        reader.accept(row(row));
      }
    }
  }

  /// A page of them.
  ///
  /// @param afterSort and `afterOrdinal`: the last row of the page before
  public static List<Row> page(
      Tx tx, Question question, Listing listing, double afterSort, int afterOrdinal, int limit) {
    return list(tx, question, listing, ">", "asc", afterSort, afterOrdinal, limit);
  }

  /// Those before a row, nearest first.
  public static List<Row> pageBefore(
      Tx tx, Question question, Listing listing, double sort, int ordinal, int limit) {
    return list(tx, question, listing, "<", "desc", sort, ordinal, limit);
  }

  private static List<Row> list(
      Tx tx,
      Question question,
      Listing listing,
      String beyond,
      String direction,
      double sort,
      int ordinal,
      int limit) {
    return tx.sql()
        .fetch(
            COMPARED
                + """
                select *, %4$s as left_out from (select *, %1$s as sort from compared) as sorted
                where (sort, ordinal) %2$s ({6}, {7})
                  and ({8}::int is null or case {8} when 0 then better <> 0 else better = {8} end)
                order by sort %3$s, ordinal %3$s limit {9}
                """
                    .formatted(listing.sort(), beyond, direction, LEFT_OUT),
            (Object[])
                question.parameters(val(sort), val(ordinal), val(listing.better()), val(limit)))
        .map(ComparedView::row);
  }

  /// One of them by the name of its example; null if the benchmark, or the category, has none.
  public static @Nullable Row find(Tx tx, Question question, Listing listing, String example) {
    var found =
        tx.sql()
            .fetchOne(
                COMPARED
                    + " select *, %s as sort, %s as left_out from compared where name = {6}"
                        .formatted(listing.sort(), LEFT_OUT),
                (Object[]) question.parameters(val(example)));
    return found == null ? null : row(found);
  }

  /// The evaluators that said something of the single responses of both runs, in the order of the
  /// left one.
  public static List<SharedEvaluator> evaluators(Tx tx, UUID leftRun, UUID rightRun) {
    return tx.sql()
        .fetch(
            """
            select e.id, e.evaluator || '@' || e.version as key, e.floor
            from run_evaluator l
            join run_evaluator r on r.evaluator_version_id = l.evaluator_version_id
            join evaluator_version e on e.id = l.evaluator_version_id
            where l.run_id = {0} and r.run_id = {1} and l.stage <> 'pair' order by l.position
            """,
            val(leftRun), val(rightRun))
        .map(row ->
            new SharedEvaluator(
                row.get("id", Integer.class),
                row.get("key", String.class),
                row.get("floor", Double.class)));
  }

  /// @param floor its worst value, if it has one
  public record SharedEvaluator(int id, String key, @Nullable Double floor) {}

  private static Row row(Record row) {
    return new Row(
        row.get("ordinal", Integer.class),
        row.get("name", String.class),
        List.of(row.get("tags", String[].class)),
        row.get("sort", Double.class),
        row.get("left_value", Double.class),
        row.get("right_value", Double.class),
        row.get("evaluated", Boolean.class),
        row.get("left_out", String.class));
  }
}
