package palmares.db.budget;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A budget among those of all teams.
///
/// @param used reserved or settled
/// @param settled paid
public record TeamBudget(
    UUID id,
    String team,
    Unit unit,
    @Nullable String benchmark,
    @Nullable String version,
    long amount,
    long used,
    long settled) {}
