package palmares.db.job;

import java.util.Locale;
import java.util.Set;

/// Where a run stands, and the one table of what it may become.
public enum RunState {
  ACTIVE,
  CANCELLING,
  /// A budget is spent: what workers hold is finished, the rest is closed.
  STOPPING,
  COMPLETE,
  PARTIAL,
  CANCELLED,
  STOPPED;

  public boolean isEnd() {
    return next().isEmpty();
  }

  /// Whether its evidence may be ranked.
  public boolean isRanked() {
    return this == COMPLETE || this == PARTIAL;
  }

  public Set<RunState> next() {
    return switch (this) {
      case ACTIVE -> Set.of(CANCELLING, STOPPING, COMPLETE, PARTIAL);
      case CANCELLING -> Set.of(CANCELLED);
      case STOPPING -> Set.of(STOPPED);
      case COMPLETE, PARTIAL, CANCELLED, STOPPED -> Set.of();
    };
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RunState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  void checkMayBecome(RunState wanted) {
    if (!next().contains(wanted)) {
      throw new IllegalArgumentException(
          "a run that is %s may become %s, not %s".formatted(this, next(), wanted));
    }
  }
}
