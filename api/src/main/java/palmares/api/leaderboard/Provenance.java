package palmares.api.leaderboard;

import java.util.List;
import java.util.SortedMap;

/// Everything a snapshot was made from, so that it can be made again.
///
/// @param benchmarkDigest of the benchmark version, hex
/// @param evaluators id of the evaluator version by key
/// @param entries what stands on the board
/// @param cells values and gaps read
public record Provenance(
    int format,
    String benchmarkDigest,
    Definition definition,
    SortedMap<String, Integer> evaluators,
    List<Standing> entries,
    long cells) {

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
