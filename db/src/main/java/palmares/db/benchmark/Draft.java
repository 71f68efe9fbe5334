package palmares.db.benchmark;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to become a version, as far as it is written.
///
/// @param name and `version`: as far as they can be read
/// @param revision rises by every change
/// @param updatedBy name of the account
public record Draft(
    UUID id,
    UUID team,
    @Nullable String name,
    @Nullable String version,
    String spec,
    String examples,
    int revision,
    String updatedBy,
    Instant updatedAt) {}
