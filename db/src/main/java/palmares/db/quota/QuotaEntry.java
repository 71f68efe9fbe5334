package palmares.db.quota;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of the ledger.
///
/// @param kind reserve, commit or refund
/// @param by the account that submitted
public record QuotaEntry(
    long id,
    Instant at,
    String kind,
    String benchmark,
    String version,
    LocalDate day,
    int amount,
    UUID submission,
    String system,
    String by,
    @Nullable String reason) {}
