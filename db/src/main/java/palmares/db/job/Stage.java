package palmares.db.job;

import java.util.Locale;

/// A step of a run; the next starts when all jobs of the one before have ended.
public enum Stage {
  GENERATE,
  SCORE,
  /// Judges of pairs, against the runs that were ready before.
  PAIR,
  REWARD,
  /// What others measured; it has no jobs.
  IMPORT;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Stage of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
