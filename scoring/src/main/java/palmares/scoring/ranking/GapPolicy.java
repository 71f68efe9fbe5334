package palmares.scoring.ranking;

import java.util.Set;
import java.util.stream.Collectors;
import palmares.scoring.evidence.Evidence;

/// What a gap of the candidate does to its row. In no case does it pay.
enum GapPolicy {
  /// A system with a gap is listed with its worst and best case, and not ranked.
  UNRANKED("unranked"),
  /// A gap counts as the metric's floor, and the row says how many there are.
  WORST("worst"),
  /// A gap counts as the metric's floor, and the interval reaches up to where the row would be if
  /// it were the best value: the place is that of the worst case, its range that of all cases.
  BOUNDS("bounds");

  static final String SETTING = "gaps";

  private final String word;

  GapPolicy(String word) {
    this.word = word;
  }

  /// @param known the policies that the method has
  /// @throws IllegalArgumentException if gaps count as a value that the evaluator does not have
  static GapPolicy of(
      Settings settings, Evidence evidence, String evaluator, Set<GapPolicy> known) {
    var words = known.stream().map(each -> each.word).collect(Collectors.toSet());
    var word = settings.choice(SETTING, UNRANKED.word, words);
    var policy = known.stream().filter(each -> each.word.equals(word)).findFirst().orElse(UNRANKED);
    if (policy != UNRANKED && !evidence.floors().containsKey(evaluator)) {
      throw new IllegalArgumentException(
          "gaps cannot count as the floor of " + evaluator + ": it has none");
    }
    if (policy == BOUNDS && !evidence.ceilings().containsKey(evaluator)) {
      throw new IllegalArgumentException(
          "gaps cannot reach up to the best value of " + evaluator + ": it has none");
    }
    return policy;
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
