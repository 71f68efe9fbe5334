package palmares.api.benchmark;

import java.util.Locale;

/// What a benchmark lets its submitters see for each example; each includes the ones before.
public enum Visible {
  NOTHING,
  SCORE,
  REASON,
  GOLD;

  /// The word used in files, on the wire and in the database.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Visible of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  public boolean includes(Visible other) {
    return compareTo(other) >= 0;
  }
}
