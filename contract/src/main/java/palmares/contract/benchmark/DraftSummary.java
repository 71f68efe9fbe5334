package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A draft in a list.
///
/// @param name and `version`: as far as they can be read
@Serdeable
public record DraftSummary(
    String id,
    @Nullable String name,
    @Nullable String version,
    int revision,
    String updatedBy,
    Instant updatedAt) {}
