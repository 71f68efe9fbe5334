package palmares.db.exclusion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param system and `submission`, `team`: of a submission or run
/// @param owner team of the benchmark
/// @param by name of the account
/// @param liftedBy name of the account; absent, as `liftedAt` and `liftReason`, while it stands
public record ExclusionRow(
    UUID id,
    String kind,
    String subject,
    @Nullable UUID system,
    @Nullable UUID submission,
    @Nullable UUID team,
    UUID owner,
    String reason,
    String by,
    Instant at,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason) {}
