package palmares.db.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job in the hands of a worker, and who took it next.
///
/// @param outcome absent while the worker holds it
public record WorkerAttempt(
    UUID job,
    String stage,
    String offer,
    int number,
    Instant claimedAt,
    @Nullable Instant endedAt,
    @Nullable String outcome,
    @Nullable Next next) {

  /// @param worker its name
  public record Next(String worker, Instant claimedAt, @Nullable String outcome) {}
}
