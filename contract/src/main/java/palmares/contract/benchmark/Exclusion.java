package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is or was left out of the leaderboards of a benchmark version, and of the agreement of its
/// evaluators.
///
/// @param system what the reader sees a system as whose submission or run it is; absent for others
/// @param submission that it is or whose run it is; absent for others, and for whoever may not
///   follow it
/// @param by whoever left it out; absent for those who may not change the benchmark, as `liftedBy`
/// @param liftedAt absent while it is left out, as `liftReason`
@Serdeable
public record Exclusion(
    String id,
    String kind,
    String subject,
    @Nullable String system,
    @Nullable String submission,
    String reason,
    @Nullable String by,
    Instant at,
    @Nullable String liftedBy,
    @Nullable Instant liftedAt,
    @Nullable String liftReason) {}
