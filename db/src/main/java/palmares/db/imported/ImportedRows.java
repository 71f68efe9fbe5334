package palmares.db.imported;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;
import palmares.db.Tx;

/// Stores imported preferences and battles by COPY, many at a time.
public final class ImportedRows {

  private static final int AT_ONCE = 50_000;
  private static final int ORDER_NOT_TOLD = 0;
  private static final String SETTLE_RULE = "as-imported@1";

  private ImportedRows() {}

  /// What a file of preferences compares.
  ///
  /// @param version the number of the benchmark version
  /// @param left and `right`: numbers of submissions
  public record Pair(int rater, long version, long left, long right, int repeat) {}

  /// @param probabilities that the left one is preferred, by place in `ordinals`
  public static void preferences(Tx tx, Pair pair, int[] ordinals, double[] probabilities) {
    var key = pair.rater() + "\t" + pair.version() + "\t" + pair.left() + "\t" + pair.right();
    copy(
        tx,
        "preference (rater_id, version_no, left_no, right_no, left_shown, repeat, ordinal,"
            + " probability, attempt)",
        ordinals.length,
        (line, row) ->
            line.append(key)
                .append('\t')
                .append(ORDER_NOT_TOLD)
                .append('\t')
                .append(pair.repeat())
                .append('\t')
                .append(ordinals[row])
                .append('\t')
                .append(probabilities[row])
                .append("\t1\n"));
  }

  /// Battles in the order of their file, by numbers of submissions.
  ///
  /// @param cluster without clusters, each battle is one of its own
  public record BattleColumns(
      long[] left, long[] right, double[] outcome, double[] weight, int[] cluster) {

    public int size() {
      return left.length;
    }
  }

  public static void battles(Tx tx, long importNo, long version, BattleColumns battles) {
    copy(
        tx,
        "battle (source_kind, source_id, settle_rule, version_no, left_no, right_no, outcome,"
            + " weight, cluster)",
        battles.size(),
        (line, row) ->
            line.append("import\t")
                .append("%010d/%010d".formatted(importNo, row))
                .append('\t')
                .append(SETTLE_RULE)
                .append('\t')
                .append(version)
                .append('\t')
                .append(battles.left()[row])
                .append('\t')
                .append(battles.right()[row])
                .append('\t')
                .append(battles.outcome()[row])
                .append('\t')
                .append(battles.weight()[row])
                .append('\t')
                .append(battles.cluster()[row])
                .append('\n'));
  }

  private interface LineOf {
    void append(StringBuilder line, int row);
  }

  private static void copy(Tx tx, String into, int rows, LineOf lineOf) {
    for (var from = 0; from < rows; from += AT_ONCE) {
      var lines = new StringBuilder();
      for (var row = from; row < Math.min(rows, from + AT_ONCE); row++) {
        lineOf.append(lines, row);
      }
      tx.<Long>connection(connection -> copy(connection, into, lines.toString()));
    }
  }

  private static long copy(Connection connection, String into, String lines) {
    try {
      return connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy %s from stdin".formatted(into), new StringReader(lines));
    } catch (SQLException e) {
      throw new DataAccessException("cannot copy into " + into, e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy into " + into, e);
    }
  }
}
