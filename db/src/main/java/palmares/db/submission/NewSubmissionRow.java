package palmares.db.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// A submission about to be stored.
///
/// @param source the uploaded file; absent where there was none
/// @param expected examples of the benchmark version
public record NewSubmissionRow(
    UUID id,
    UUID team,
    UUID account,
    UUID systemVersion,
    UUID benchmarkVersion,
    @Nullable Sha256 source,
    boolean baseline,
    boolean partial,
    int expected) {}
