package palmares.db.evidence;

import static org.jooq.impl.DSL.val;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import palmares.db.CopyRows;
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
    var into = table(stage);
    return CopyRows.copyOrElse(
        tx,
        () -> copy(tx, into, run, evaluator, attempt, rows),
        () -> insert(tx, into, run, evaluator, attempt, rows));
  }

  private static long copy(
      Tx tx, String table, long run, int evaluator, int attempt, List<ScoreRow> rows) {
    return CopyRows.copy(
        tx,
        "%s (%s)".formatted(table, columns(table)),
        copy -> {
          for (var row : rows) {
            copy.add(run).add(evaluator).add(attempt).add(row.ordinal()).add(row.sample());
            copy.add(row.value()).add(row.cause());
            if (table.equals("score")) {
              copy.add(aspects(row));
            }
            copy.endRow();
          }
        });
  }

  private static int insert(
      Tx tx, String table, long run, int evaluator, int attempt, List<ScoreRow> rows) {
    boolean score = table.equals("score");
    return tx.sql()
        .execute(
            """
            insert into %s (%s)
            select {0}, {1}, {2}, ordinal, sample, value, cause %s
            from unnest({3}, {4}, {5}::float8[], {6}::text[], {7}::text[])
              as t(ordinal, sample, value, cause, aspects)
            on conflict do nothing
            """
                .formatted(table, columns(table), score ? ", aspects::jsonb" : ""),
            val(run),
            val(evaluator),
            val(attempt),
            val(column(rows, ScoreRow::ordinal, Integer[]::new)),
            val(column(rows, ScoreRow::sample, Integer[]::new)),
            val(column(rows, ScoreRow::value, Double[]::new)),
            val(column(rows, EvidenceStore::cause, String[]::new)),
            val(column(rows, EvidenceStore::aspects, String[]::new)));
  }

  private static String columns(String table) {
    var shared = "run_no, evaluator_version_id, attempt, ordinal, sample, value, cause";
    return table.equals("score") ? shared + ", aspects" : shared;
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

  /// How many ordinals of a shard have evidence already.
  public static int delivered(Tx tx, Stage stage, long run, int evaluator, int first, int last) {
    return tx.sql()
        .fetchSingle(
            "select count(distinct ordinal) from "
                + table(stage)
                + " where run_no = {0} and evaluator_version_id = {1}"
                + " and ordinal between {2} and {3}",
            val(run),
            val(evaluator),
            val(first),
            val(last))
        .get(0, Integer.class);
  }

  private static String table(Stage stage) {
    return switch (stage) {
      case SCORE -> "score";
      case REWARD -> "reward";
      case GENERATE, PAIR, IMPORT ->
          throw new IllegalArgumentException(
              "the stage %s gives no scores".formatted(stage.word()));
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
