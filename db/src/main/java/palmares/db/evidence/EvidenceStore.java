package palmares.db.evidence;

import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.job.Stage;

/// Scores and rewards. What is there already stays as it is: the first attempt to deliver a key
/// wins.
public final class EvidenceStore {

  private static final String NULL = "\\N";

  private EvidenceStore() {}

  /// Stores what is not there yet and gives the number of rows that were new.
  ///
  /// By COPY, which is several times faster; only when a key is there already, as after a repeated
  /// batch, by the slower INSERT that can leave those out.
  ///
  /// @param stage score or reward
  public static int store(
      Tx tx, Stage stage, long run, int evaluator, int attempt, List<ScoreRow> rows) {
    var into = table(stage);
    tx.sql().execute("savepoint before_copy");
    try {
      int stored = (int) (long) tx.connection(c -> copy(c, into, run, evaluator, attempt, rows));
      tx.sql().execute("release savepoint before_copy");
      return stored;
    } catch (DuplicateException e) {
      tx.sql().execute("rollback to savepoint before_copy");
      return insert(tx, into, run, evaluator, attempt, rows);
    }
  }

  private static long copy(
      Connection connection,
      String table,
      long run,
      int evaluator,
      int attempt,
      List<ScoreRow> rows) {
    var lines = new StringBuilder(rows.size() * 48);
    for (var row : rows) {
      lines.append(run).append('\t').append(evaluator).append('\t').append(attempt);
      lines.append('\t').append(row.ordinal()).append('\t').append(row.sample());
      lines.append('\t').append(orNull(row.value())).append('\t').append(orNull(row.cause()));
      if (table.equals("score")) {
        // Backslashes are what COPY itself escapes with; JSON text has no bare control characters.
        lines.append('\t').append(escaped(aspects(row)));
      }
      lines.append('\n');
    }
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn(
              "copy %s (%s) from stdin".formatted(table, columns(table)),
              new StringReader(lines.toString()));
    } catch (SQLException e) {
      if ("23505".equals(e.getSQLState())) {
        throw new DuplicateException();
      }
      throw new DataAccessException("cannot copy into " + table, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy into " + table, e);
    }
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

  /// As COPY writes a missing value.
  private static String orNull(@Nullable Object value) {
    return value == null ? NULL : value.toString();
  }

  private static String escaped(@Nullable String json) {
    return json == null ? NULL : json.replace("\\", "\\\\");
  }

  /// A key is there already; carries nothing, because it is expected.
  private static final class DuplicateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    DuplicateException() {
      super(null, null, false, false);
    }
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
