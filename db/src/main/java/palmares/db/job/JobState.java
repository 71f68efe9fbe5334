package palmares.db.job;

import java.util.Locale;
import java.util.Set;

/// Where a job stands, and the one table of what it may become.
public enum JobState {
  READY,
  DISPATCHED,
  CLAIMED,
  DONE,
  FAILED,
  CANCELLED;

  /// Whether nothing happens to it any more.
  public boolean isEnd() {
    return next().isEmpty();
  }

  public Set<JobState> next() {
    return switch (this) {
      case READY -> Set.of(DISPATCHED, CLAIMED, CANCELLED);
      case DISPATCHED -> Set.of(READY, CLAIMED, CANCELLED);
      case CLAIMED -> Set.of(READY, DONE, FAILED, CANCELLED);
      case DONE, FAILED, CANCELLED -> Set.of();
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static JobState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  void checkMayBecome(JobState wanted) {
    if (!next().contains(wanted)) {
      throw new IllegalArgumentException(
          "a job that is %s may become %s, not %s".formatted(this, next(), wanted));
    }
  }
}
