package palmares.db.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How the examples of a submission are sorted.
public enum ExampleOrder {
  /// As in the benchmark.
  EXAMPLE,
  /// Gaps, then lowest values of one evaluator first.
  WORST,
  /// Most disputed first: by how far apart evaluators place a response, each measured on the range
  /// of values that it gave to this submission, so that scales do not matter.
  DISAGREEMENT;

  /// The word used on the wire.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExampleOrder> of(String word) {
    return Stream.of(values()).filter(order -> order.word().equals(word)).findFirst();
  }

  /// By what they are sorted, as SQL over `ordinal` and `sort`.
  String by() {
    return this == EXAMPLE ? "ordinal" : "sort, ordinal";
  }

  /// SQL that is true for what comes after a row with these.
  String after(String sort, String ordinal) {
    return this == EXAMPLE
        ? "ordinal > " + ordinal
        : "(sort, ordinal) > (%s, %s)".formatted(sort, ordinal);
  }

  /// SQL that gives `ordinal` and `sort` for run {0}, benchmark version {1} and evaluator {2}, from
  /// the values that the run was `given`; it ends with conditions on the example `b`.
  String sorted() {
    return switch (this) {
      case EXAMPLE ->
          """
          select b.ordinal, b.ordinal::float8 as sort from benchmark_example b
          where b.version_id = {1}
          """;
      case WORST ->
          """
          select b.ordinal, coalesce(v.value, '-Infinity'::float8) as sort
          from benchmark_example b
          left join given v
            on v.ordinal = b.ordinal and v.evaluator_version_id = (
              select r.evaluator_version_id from run_evaluator r
              join run on run.id = r.run_id
              join evaluator_version e on e.id = r.evaluator_version_id
              where run.no = {0} and e.evaluator || '@' || e.version = {2})
          where b.version_id = {1}
          """;
      // Ranges as arrays are found once; as a table, each parallel worker would find them again.
      case DISAGREEMENT ->
          """
          with ranges as materialized (
            select evaluator_version_id as id, min(value) as low, max(value) as high from given
            group by id having max(value) > min(value))
          select b.ordinal, coalesce(-spread.apart, 1) as sort
          from benchmark_example b
          left join (
            select v.ordinal, max((v.value - x.low) / (x.high - x.low))
              - min((v.value - x.low) / (x.high - x.low)) as apart
            from given v join unnest(
              (select array_agg(id order by id) from ranges),
              (select array_agg(low order by id) from ranges),
              (select array_agg(high order by id) from ranges)) as x (id, low, high)
              on x.id = v.evaluator_version_id
            where v.value is not null group by v.ordinal having count(*) > 1) spread
            on spread.ordinal = b.ordinal
          where b.version_id = {1}
          """;
    };
  }
}
