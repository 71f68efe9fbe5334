package palmares.db.benchmark;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// A version in the list of its benchmark.
///
/// @param goldRevision the newest
public record VersionRow(
    String version,
    String state,
    @Nullable String stateReason,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    int examples,
    int submissions,
    int goldRevision,
    Sha256 digest,
    Instant createdAt) {}
