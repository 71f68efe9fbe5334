package palmares.contract.leaderboard;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A snapshot as a viewer sees it: rows best first, then the unranked with their reasons.
///
/// @param snapshot absent while nothing is built yet
/// @param revision rises by every build
/// @param digest sha-256 of the canonical stored document, hex
/// @param pending subjects whose evaluation has not ended, in words
/// @param notes what a reader must know of the method and its fit
@Serdeable
public record Board(
    String leaderboard,
    String name,
    String title,
    String benchmark,
    String version,
    @Nullable String snapshot,
    long revision,
    @Nullable String digest,
    @Nullable Instant builtAt,
    String method,
    Map<String, String> settings,
    List<Row> rows,
    List<String> pending,
    List<String> notes,
    @Nullable Provenance provenance) {

  /// @param subjectKind system, evaluator or rater
  /// @param system its id; absent for other subjects, and while it is anonymous to who asks
  /// @param kind of the system: built-in, outputs, endpoint, model or program; absent for others
  /// @param submittedAt when the submission that stands for the row was sent; absent for subjects
  ///   that are no systems
  /// @param rank absent for unranked rows
  /// @param low and `high`: the interval's ends; absent where there is none (constant values)
  /// @param reason why it is unranked
  /// @param boundLow and `boundHigh`: what the value could be once the gaps are filled
  @Serdeable
  public record Row(
      String subject,
      String subjectKind,
      @Nullable String system,
      @Nullable String submission,
      @Nullable String team,
      @Nullable String kind,
      boolean baseline,
      @Nullable Instant submittedAt,
      @Nullable Integer rank,
      @Nullable Integer rankLow,
      @Nullable Integer rankHigh,
      @Nullable Integer tieGroup,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high,
      @Nullable String reason,
      @Nullable Double boundLow,
      @Nullable Double boundHigh,
      Map<String, Double> columns,
      Map<String, String> labels) {}

  /// What the snapshot was made from.
  ///
  /// @param goldRevision of the gold that every row was scored under
  /// @param claimedBy who decided elsewhere, where the evidence was imported and nothing of it was
  ///   measured here; absent otherwise
  @Serdeable
  public record Provenance(
      String benchmarkDigest,
      List<String> evaluators,
      List<String> runs,
      long evidenceRows,
      int goldRevision,
      @Nullable String claimedBy) {}
}
