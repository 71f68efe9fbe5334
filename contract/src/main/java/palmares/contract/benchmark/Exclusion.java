package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is or was left out of the leaderboards of a benchmark version, and of the agreement of its
/// evaluators.
///
/// @param by whoever left it out; absent for those who may not change the benchmark, as `liftedBy`
/// @param liftedAt absent while it is left out
@Serdeable
public record Exclusion(
    String id,
    String kind,
    String subject,
    String reason,
    @Nullable String by,
    Instant at,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt) {}
