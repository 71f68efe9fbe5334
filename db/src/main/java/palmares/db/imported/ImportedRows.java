package palmares.db.imported;

import palmares.db.CopyRows;
import palmares.db.Tx;

/// Stores imported preferences and battles by COPY.
public final class ImportedRows {

  private static final int ORDER_NOT_TOLD = 0;
  private static final int ATTEMPT = 1;
  private static final String SETTLE_RULE = "as-imported@1";

  private ImportedRows() {}

  /// What a file of preferences compares.
  ///
  /// @param version the number of the benchmark version
  /// @param left and `right`: numbers of submissions
  public record Pair(int rater, long version, long left, long right, int repeat) {}

  /// @param probabilities that the left one is preferred, by place in `ordinals`
  public static void preferences(Tx tx, Pair pair, int[] ordinals, double[] probabilities) {
    CopyRows.copy(
        tx,
        "preference (rater_id, version_no, left_no, right_no, left_shown, repeat, ordinal,"
            + " probability, attempt)",
        rows -> {
          for (var i = 0; i < ordinals.length; i++) {
            rows.add(pair.rater())
                .add(pair.version())
                .add(pair.left())
                .add(pair.right())
                .add(ORDER_NOT_TOLD)
                .add(pair.repeat())
                .add(ordinals[i])
                .add(probabilities[i])
                .add(ATTEMPT)
                .endRow();
          }
        });
  }

  /// Battles in the order of their file, by numbers of submissions.
  ///
  /// @param cluster without clusters, each battle is one of its own
  public record BattleColumns(
      long[] left, long[] right, double[] outcome, double[] weight, int[] cluster) {}

  public static void battles(Tx tx, long importNo, long version, BattleColumns battles) {
    CopyRows.copy(
        tx,
        "battle (source_kind, source_id, settle_rule, version_no, left_no, right_no, outcome,"
            + " weight, cluster)",
        rows -> {
          for (var i = 0; i < battles.left().length; i++) {
            rows.add("import")
                .add("%010d/%010d".formatted(importNo, i))
                .add(SETTLE_RULE)
                .add(version)
                .add(battles.left()[i])
                .add(battles.right()[i])
                .add(battles.outcome()[i])
                .add(battles.weight()[i])
                .add(battles.cluster()[i])
                .endRow();
          }
        });
  }
}
