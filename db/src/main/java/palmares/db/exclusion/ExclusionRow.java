package palmares.db.exclusion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// @param by name of the account
/// @param liftedBy name of the account; absent, as `liftedAt`, while it stands
public record ExclusionRow(
    UUID id,
    String kind,
    String subject,
    String reason,
    String by,
    Instant at,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt) {}
