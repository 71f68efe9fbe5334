package palmares.db.evidence;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.job.Stage;

/// Scores and rewards. What is there already stays as it is: the first attempt to deliver a key
/// wins.
public final class EvidenceStore {

  private EvidenceStore() {}

  /// Stores what is not there yet and gives the number of rows that were new.
  ///
  /// @param stage score or reward
  public static int store(
      Tx tx, Stage stage, long run, int evaluator, int attempt, List<ScoreRow> rows) {
    return switch (stage) {
      case SCORE -> scores(tx, run, evaluator, attempt, rows);
      case REWARD -> rewards(tx, run, evaluator, attempt, rows);
      case GENERATE -> throw new IllegalArgumentException("responses are no scores");
    };
  }

  private static int scores(Tx tx, long run, int evaluator, int attempt, List<ScoreRow> rows) {
    return tx.sql()
        .execute(
            """
            insert into score
              (run_no, evaluator_version_id, attempt, ordinal, sample, value, cause, aspects)
            select {0}, {1}, {2}, ordinal, sample, value, cause, aspects::jsonb
            from unnest({3}, {4}::int[], {5}::float8[], {6}::text[], {7}::text[])
              as t(ordinal, sample, value, cause, aspects)
            on conflict do nothing
            """,
            val(run),
            val(evaluator),
            val(attempt),
            val(column(rows, ScoreRow::ordinal, Integer[]::new)),
            val(column(rows, ScoreRow::sample, Integer[]::new)),
            val(column(rows, ScoreRow::value, Double[]::new)),
            val(column(rows, EvidenceStore::cause, String[]::new)),
            val(column(rows, EvidenceStore::aspects, String[]::new)));
  }

  private static int rewards(Tx tx, long run, int evaluator, int attempt, List<ScoreRow> rows) {
    return tx.sql()
        .execute(
            """
            insert into reward (run_no, evaluator_version_id, attempt, ordinal, sample, value, cause)
            select {0}, {1}, {2}, ordinal, sample, value, cause
            from unnest({3}, {4}::int[], {5}::float8[], {6}::text[])
              as t(ordinal, sample, value, cause)
            on conflict do nothing
            """,
            val(run),
            val(evaluator),
            val(attempt),
            val(column(rows, ScoreRow::ordinal, Integer[]::new)),
            val(column(rows, ScoreRow::sample, Integer[]::new)),
            val(column(rows, ScoreRow::value, Double[]::new)),
            val(column(rows, EvidenceStore::cause, String[]::new)));
  }

  /// The ordinals of a shard that have evidence already, in order.
  public static List<Integer> done(
      Tx tx, Stage stage, long run, int evaluator, int first, int last) {
    return tx.sql()
        .fetch(
            "select distinct ordinal from "
                + table(stage)
                + " where run_no = {0} and evaluator_version_id = {1}"
                + " and ordinal between {2} and {3} order by 1",
            val(run),
            val(evaluator),
            val(first),
            val(last))
        .getValues("ordinal", Integer.class);
  }

  private static String table(Stage stage) {
    return switch (stage) {
      case SCORE -> "score";
      case REWARD -> "reward";
      case GENERATE -> throw new IllegalArgumentException("responses are no scores");
    };
  }

  private static @Nullable String cause(ScoreRow row) {
    return row.cause() == null ? null : row.cause().name();
  }

  private static @Nullable String aspects(ScoreRow row) {
    return row.aspects().isEmpty() ? null : Json.canonical(row.aspects());
  }

  private static <T> T[] column(
      List<ScoreRow> rows, Function<ScoreRow, @Nullable T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
