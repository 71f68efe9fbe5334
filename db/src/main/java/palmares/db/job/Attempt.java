package palmares.db.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// One claim of a job, and how it ended.
///
/// @param outcome absent while it goes on
/// @param digest what the completing call said of its results
public record Attempt(
    UUID job,
    int no,
    UUID worker,
    UUID claim,
    UUID token,
    @Nullable Outcome outcome,
    @Nullable Sha256 digest) {

  public enum Outcome {
    DONE,
    FAILED,
    RELEASED,
    LOST,
    CANCELLED;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
