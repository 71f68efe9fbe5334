package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A version in the list of its benchmark.
///
/// @param state `published`, `closed` by hand, or `withdrawn`
/// @param reason why it was withdrawn
/// @param submissions without those that were withdrawn
/// @param goldRevision the newest
@Serdeable
public record VersionStatus(
    String version,
    String state,
    @Nullable String reason,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    int examples,
    int submissions,
    int goldRevision,
    String digest,
    Instant publishedAt) {}
