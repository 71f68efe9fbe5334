package palmares.api.leaderboard;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
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
/// @param exclusions what was left out; absent in snapshots before format 3
public record Provenance(
    int format,
    String benchmarkDigest,
    @Nullable Integer goldRevision,
    Definition definition,
    SortedMap<String, Integer> evaluators,
    List<Standing> entries,
    long cells,
    @Nullable List<Exclusion> exclusions) {

  static final int FORMAT = 3;

  int gold() {
    return goldRevision == null ? GoldStore.FIRST : goldRevision;
  }

  /// What the entries name, and what is left out.
  List<String> named(
      Function<Standing, String> entry, Function<Exclusion, @Nullable String> exclusion) {
    return Stream.concat(
            entries.stream().map(entry),
            Objects.requireNonNullElse(exclusions, List.<Exclusion>of()).stream()
                .flatMap(each -> Stream.ofNullable(exclusion.apply(each))))
        .distinct()
        .toList();
  }

  /// @param ordinal of an example
  /// @param system and `submission`: of a run or submission
  public record Exclusion(
      String id,
      String kind,
      String subject,
      String reason,
      @Nullable Integer ordinal,
      @Nullable String system,
      @Nullable String submission) {}

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
