package palmares.db.submission;

import static java.util.stream.Collectors.groupingBy;
import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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

  /// A page of them.
  ///
  /// @param after the last row of the page before: by what it is sorted, and its ordinal
  public static List<EvaluatedRow> page(
      Tx tx, Question question, double afterSort, int afterOrdinal, int limit) {
    return rows(
        tx,
        question,
        """
        where (sorted.sort, sorted.ordinal) > ({5}, {6})
          and ({4}::text is null or {4} = any(b.tags))
        """,
        val(afterSort),
        val(afterOrdinal),
        limit);
  }

  /// Some of them by their ordinals, in the order of the benchmark.
  public static List<EvaluatedRow> at(Tx tx, Question question, List<Integer> ordinals) {
    return rows(
        tx,
        question,
        "where b.ordinal = any({5})",
        val(ordinals.toArray(Integer[]::new)),
        val(0),
        ordinals.size());
  }

  /// One of them by the name of its example; null if the benchmark has none.
  public static @Nullable EvaluatedRow find(Tx tx, Question question, String example) {
    return rows(tx, question, "where b.name = {5}", val(example), val(0), 1).stream()
        .findFirst()
        .orElse(null);
  }

  private static List<EvaluatedRow> rows(
      Tx tx,
      Question question,
      String where,
      org.jooq.Field<?> first,
      org.jooq.Field<?> second,
      int limit) {
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
                sorted as (
                """
                    + question.order().sorted()
                    + """
                    )
                    select b.ordinal, b.name, b.tags, sorted.sort, left(p.text, {8}) as text,
                      p.blob_sha256, p.chars,
                    """
                    + LeftOutExamples.reason("{1}", "b.name")
                    + """
                     as left_out
                    from sorted
                    join benchmark_example b on b.version_id = {1} and b.ordinal = sorted.ordinal
                    left join response p
                      on p.submission_no = {3} and p.ordinal = b.ordinal and p.sample = 0
                    """
                    + where
                    + " order by sorted.sort, sorted.ordinal limit {7}",
                val(question.runNo()),
                val(question.benchmarkVersion()),
                val(question.evaluator()),
                val(question.submissionNo()),
                val(question.category()),
                first,
                second,
                val(limit),
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
