package palmares.db.submission;

import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.exclusion.LeftOutExamples;
import palmares.db.submission.EvaluatedRow.Evaluation;

/// The examples of a submission one by one, with everything that is known of each.
public final class ExampleView {

  private ExampleView() {}

  /// Which examples of which submission are asked for, and in which order.
  ///
  /// @param evaluator whose values count for [ExampleOrder#WORST]
  /// @param category only examples with this tag, if given
  /// @param longest characters of a response that are read
  public record Question(
      long runNo,
      long submissionNo,
      UUID benchmarkVersion,
      ExampleOrder order,
      @Nullable String evaluator,
      @Nullable String category,
      int longest) {}

  /// Where a page begins.
  ///
  /// @param sort and `ordinal`: of the row that it comes after
  /// @param skip how many more are passed over
  public record From(double sort, int ordinal, int skip) {

    /// The first page.
    public static final From START = new From(Double.NEGATIVE_INFINITY, -1, 0);

    public From skipping(int more) {
      return new From(sort, ordinal, more);
    }
  }

  public static List<EvaluatedRow> page(Tx tx, Question question, From from, int limit) {
    return rows(
        tx,
        question,
        "and ({4}::text is null or {4} = any(b.tags))",
        val(question.category()),
        from,
        limit);
  }

  /// Some of them by their ordinals, in the order of the benchmark.
  public static List<EvaluatedRow> at(Tx tx, Question question, List<Integer> ordinals) {
    return rows(
        tx,
        question,
        "and b.ordinal = any({4})",
        val(ordinals.toArray(Integer[]::new)),
        From.START,
        ordinals.size());
  }

  /// One of them by the name of its example; null if the benchmark has none.
  public static @Nullable EvaluatedRow find(Tx tx, Question question, String example) {
    return rows(tx, question, "and b.name = {4}", val(example), From.START, 1).stream()
        .findFirst()
        .orElse(null);
  }

  /// Finds which examples are wanted before it reads what is said of them, so that a page of a
  /// large benchmark sorts no texts.
  private static List<EvaluatedRow> rows(
      Tx tx, Question question, String which, Field<?> whichValue, From from, int limit) {
    var found =
        tx.sql()
            .fetch(
                """
                with given as not materialized (
                  select ordinal, value, evaluator_version_id from score
                  where run_no = {0} and sample = 0 and unit = 0
                  union all
                  select ordinal, value, evaluator_version_id from reward
                  where run_no = {0} and sample = 0 and unit = 0),
                sorted as (%s %s),
                wanted as (
                  select ordinal, sort from sorted where %s order by %s limit {7} offset {8})
                select b.ordinal, b.name, b.tags, wanted.sort, left(p.text, {9}) as text,
                  p.blob_sha256, p.chars, %s as left_out
                from wanted
                join benchmark_example b on b.version_id = {1} and b.ordinal = wanted.ordinal
                left join response p
                  on p.submission_no = {3} and p.ordinal = b.ordinal and p.sample = 0
                order by wanted.sort, wanted.ordinal
                """
                    .formatted(
                        question.order().sorted(),
                        which,
                        question.order().after("{5}", "{6}"),
                        question.order().by(),
                        LeftOutExamples.reason("{1}", "b.name")),
                val(question.runNo()),
                val(question.benchmarkVersion()),
                val(question.evaluator()),
                val(question.submissionNo()),
                whichValue,
                val(from.sort()),
                val(from.ordinal()),
                val(limit),
                val(from.skip()),
                val(question.longest()));
    var evaluations =
        evaluations(tx, question.runNo(), found.getValues("ordinal", Integer.class)).stream()
            .collect(groupingBy(Evaluation::ordinal));
    return found.map(row -> row(row, evaluations));
  }

  private static EvaluatedRow row(Record row, Map<Integer, List<Evaluation>> evaluations) {
    var blob = row.get("blob_sha256", byte[].class);
    var ordinal = row.get("ordinal", Integer.class);
    return new EvaluatedRow(
        ordinal,
        row.get("name", String.class),
        List.of(row.get("tags", String[].class)),
        row.get("sort", Double.class),
        row.get("text", String.class),
        blob == null ? null : Sha256.ofDigest(blob),
        row.get("chars", Integer.class),
        row.get("left_out", String.class),
        evaluations.getOrDefault(ordinal, List.of()));
  }

  private static List<Evaluation> evaluations(Tx tx, long runNo, List<Integer> ordinals) {
    return tx.sql()
        .fetch(
            """
            select v.ordinal, e.evaluator || '@' || e.version as evaluator, v.value, v.cause,
              v.aspects::text as aspects
            from run
            join run_evaluator r on r.run_id = run.id
            join evaluator_version e on e.id = r.evaluator_version_id
            cross join unnest({1}) as wanted(ordinal)
            cross join lateral (
              select ordinal, value, cause, aspects from score
              where run_no = {0} and evaluator_version_id = e.id and ordinal = wanted.ordinal
                and sample = 0 and unit = 0
              union all
              select ordinal, value, cause, null from reward
              where run_no = {0} and evaluator_version_id = e.id and ordinal = wanted.ordinal
                and sample = 0 and unit = 0) v
            where run.no = {0}
            order by v.ordinal, r.position
            """,
            val(runNo), val(ordinals.toArray(Integer[]::new)))
        .map(row ->
            new Evaluation(
                row.get("ordinal", Integer.class),
                row.get("evaluator", String.class),
                row.get("value", Double.class),
                row.get("cause", String.class),
                row.get("aspects", String.class)));
  }
}
