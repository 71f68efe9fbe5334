package palmares.db.battle;

import org.jspecify.annotations.Nullable;

/// What a judge said of a pair in one shown order.
///
/// @param leftShown 1 if the left one was shown first, else 2
/// @param probability that the left one wins; null if the judge abstained
/// @param cause why it abstained
public record PreferenceRow(
    int ordinal,
    int leftShown,
    @Nullable Double probability,
    @Nullable String cause,
    @Nullable String label) {

  private static final int LONGEST_LABEL = 100;

  public PreferenceRow {
    if (leftShown != 1 && leftShown != 2) {
      throw new IllegalArgumentException("leftShown must be 1 or 2: " + leftShown);
    }
    if ((probability == null) == (cause == null)) {
      throw new IllegalArgumentException(
          "ordinal %d needs either a probability or a cause: %s, %s"
              .formatted(ordinal, probability, cause));
    }
    if (probability != null && !(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "the probability of ordinal %d must be in [0, 1]: %s".formatted(ordinal, probability));
    }
    if (label != null && (label.length() > LONGEST_LABEL || label.indexOf('\0') >= 0)) {
      throw new IllegalArgumentException(
          "the label of ordinal %d must have at most %d characters, without U+0000"
              .formatted(ordinal, LONGEST_LABEL));
    }
  }
}
