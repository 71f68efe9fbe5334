package palmares.db.budget;

import java.util.Locale;

/// What a budget is counted in.
public enum Unit {
  /// Millionths of the platform's currency. Without a budget for it, nothing may be spent.
  MONEY,
  /// Without a budget for them, they are not counted.
  TOKENS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Unit of(String word) {
    for (var each : values()) {
      if (each.word().equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException("unit must be money or tokens: '" + word + "'");
  }
}
