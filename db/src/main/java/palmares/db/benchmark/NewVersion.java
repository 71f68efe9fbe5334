package palmares.db.benchmark;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// A version about to be published.
///
/// @param spec canonical JSON
public record NewVersion(
    UUID id,
    UUID benchmark,
    String version,
    String visible,
    String entryRule,
    String gaps,
    String mainMetric,
    @Nullable String licence,
    @Nullable Integer quotaPerDay,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    String spec,
    Sha256 digest,
    int examples,
    Sha256 inputs) {}
