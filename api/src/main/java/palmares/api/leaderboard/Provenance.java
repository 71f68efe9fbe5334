package palmares.api.leaderboard;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import palmares.db.benchmark.GoldStore;

/// Everything a snapshot was made from, so that it can be made again.
///
/// @param goldRevision of the gold that all entries were scored under; absent in snapshots of
///   format 1, which knew one only
/// @param benchmarkDigest of the benchmark version, hex
/// @param evaluators id of the evaluator version by key
/// @param entries what stands on the board
/// @param cells values and gaps read
public record Provenance(
    int format,
    String benchmarkDigest,
    @Nullable Integer goldRevision,
    Definition definition,
    SortedMap<String, Integer> evaluators,
    List<Standing> entries,
    long cells) {

  static final int FORMAT = 2;

  int gold() {
    return goldRevision == null ? GoldStore.FIRST : goldRevision;
  }

  /// @param tries submissions of the system that could have stood here
  public record Standing(
      String system,
      String submission,
      long submissionNo,
      String run,
      long runNo,
      boolean complete,
      int tries) {}
}
