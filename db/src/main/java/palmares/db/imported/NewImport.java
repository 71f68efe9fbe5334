package palmares.db.imported;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// An import about to be stored.
///
/// @param kind `alpaca-eval` or `battles`
/// @param digest over what was sent and what was asked for: the same again is the same import
/// @param source the file that was sent, as a blob
/// @param pair what preferences compare; absent for battles
/// @param taken rows that became evidence
/// @param report canonical JSON of what was answered
public record NewImport(
    UUID id,
    String kind,
    Sha256 digest,
    UUID benchmarkVersion,
    int rater,
    UUID account,
    Sha256 source,
    @Nullable Pair pair,
    int taken,
    String report) {

  /// @param run the number of the run of the left submission that stands for this import
  /// @param right the number of the submission it is compared with
  /// @param repeat how many imports of the same pair by the same rater came before
  public record Pair(long run, long right, int repeat) {}
}
