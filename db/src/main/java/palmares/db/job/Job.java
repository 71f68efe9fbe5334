package palmares.db.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as it stands.
///
/// @param against number of the run that is compared with, in the stage `pair`
/// @param attempts how often it was claimed
/// @param failures how many of them count against the limit
/// @param token the one that is current; only while claimed
/// @param lastWorker the worker a retry should avoid
public record Job(
    UUID id,
    UUID run,
    Stage stage,
    String offer,
    @Nullable Integer evaluatorVersion,
    @Nullable Long against,
    int firstOrdinal,
    int lastOrdinal,
    JobState state,
    Instant since,
    int attempts,
    int failures,
    @Nullable UUID token,
    @Nullable UUID worker,
    @Nullable UUID lastWorker) {

  public int size() {
    return lastOrdinal - firstOrdinal + 1;
  }

  /// Whether `token` is the one that may deliver: nothing else matters, least of all the time.
  public boolean isHeldBy(UUID token) {
    return token.equals(this.token);
  }
}
