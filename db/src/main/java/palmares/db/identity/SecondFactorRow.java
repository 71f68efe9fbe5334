package palmares.db.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The second factor of an account.
///
/// @param sealed what its codes are made of
/// @param confirmedAt absent while a first code has not shown that the device has it
/// @param failures wrong codes in a row
/// @param nextTryAt absent if a code may be tried now
public record SecondFactorRow(
    UUID account,
    String sealed,
    @Nullable Instant confirmedAt,
    int failures,
    @Nullable Instant nextTryAt) {}
