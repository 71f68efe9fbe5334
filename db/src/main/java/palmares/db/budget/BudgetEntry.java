package palmares.db.budget;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the ledger.
///
/// @param kind reserve, commit or refund
/// @param offer `id@version` of what is paid
/// @param examples how many it is for
public record BudgetEntry(
    long id,
    Instant at,
    String kind,
    Unit unit,
    @Nullable String benchmark,
    @Nullable String version,
    long amount,
    UUID run,
    @Nullable UUID submission,
    UUID job,
    int attempt,
    String offer,
    int examples,
    @Nullable String reason) {}
