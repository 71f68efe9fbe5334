package palmares.scoring.ranking;

import java.util.Set;
import palmares.scoring.evidence.Evidence;

/// What a gap of the candidate does to its row. In neither case does it pay.
enum GapPolicy {
  /// A system with a gap is listed with its worst and best case, and not ranked.
  UNRANKED("unranked"),
  /// A gap counts as the metric's floor, and the row says how many there are.
  WORST("worst");

  static final String SETTING = "gaps";

  private final String word;

  GapPolicy(String word) {
    this.word = word;
  }

  /// @throws IllegalArgumentException if gaps count as worst and the evaluator has no worst value
  static GapPolicy of(Settings settings, Evidence evidence, String evaluator) {
    var word = settings.choice(SETTING, UNRANKED.word, Set.of(UNRANKED.word, WORST.word));
    if (word.equals(UNRANKED.word)) {
      return UNRANKED;
    }
    if (!evidence.floors().containsKey(evaluator)) {
      throw new IllegalArgumentException(
          "gaps cannot count as the floor of " + evaluator + ": it has none");
    }
    return WORST;
  }

  /// The row of a system with its gaps filled where this policy fills them and the evaluator has a
  /// floor.
  Row row(Evidence evidence, String evaluator, int system) {
    var row = Row.of(evidence.table(evaluator), system);
    var floor = evidence.floors().get(evaluator);
    return this == WORST && floor != null && row instanceof Row.Gapped gapped
        ? gapped.filled(floor)
        : row;
  }

  @Override
  public String toString() {
    return word;
  }
}
