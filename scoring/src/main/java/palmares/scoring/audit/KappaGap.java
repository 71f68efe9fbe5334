package palmares.scoring.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import palmares.scoring.agreement.CohenKappa;
import palmares.scoring.agreement.CohenKappa.Weights;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// How far a judge can grade what it cannot answer itself: Cohen's kappa with people on the
/// questions that it answers right itself, less the kappa on those that it does not. A judge that
/// grades by what it would have answered has a wide gap, which a reference given to it closes.
///
/// Source: M. Krumdick et al., No Free Labels: Limitations of LLM-as-a-Judge Without Human
/// Grounding (2025).
///
/// @param answered kappa where the judge's own answer is right; empty where it is undefined
/// @param unanswered kappa where it is wrong
/// @param interval of the gap, items resampled; empty where it is constant or undefined
public record KappaGap(
    OptionalDouble answered, OptionalDouble unanswered, Optional<Interval> interval) {

  /// @return empty where either kappa is undefined
  public OptionalDouble gap() {
    return difference(answered, unanswered);
  }

  /// @param people and `judge`: the categories given to the same items, counted from 0
  /// @param ownRight whether the judge's own answer is right
  /// @throws IllegalArgumentException if they are not equally many
  public static KappaGap of(int[] people, int[] judge, boolean[] ownRight, Bootstrap bootstrap) {
    if (people.length != judge.length || people.length != ownRight.length) {
      throw new IllegalArgumentException(
          "each item needs a grade of both and whether the judge knows it: %d, %d and %d"
              .formatted(people.length, judge.length, ownRight.length));
    }
    var all = IntStream.range(0, people.length).toArray();
    return new KappaGap(
        kappa(people, judge, ownRight, true, all),
        kappa(people, judge, ownRight, false, all),
        ItemBootstrap.interval(
            people.length,
            bootstrap,
            items ->
                difference(
                    kappa(people, judge, ownRight, true, items),
                    kappa(people, judge, ownRight, false, items))));
  }

  private static OptionalDouble kappa(
      int[] people, int[] judge, boolean[] ownRight, boolean wanted, int[] items) {
    var chosen = Arrays.stream(items).filter(item -> ownRight[item] == wanted).toArray();
    return CohenKappa.of(
        Arrays.stream(chosen).map(item -> people[item]).toArray(),
        Arrays.stream(chosen).map(item -> judge[item]).toArray(),
        Weights.PLAIN);
  }

  private static OptionalDouble difference(OptionalDouble left, OptionalDouble right) {
    return left.isPresent() && right.isPresent()
        ? OptionalDouble.of(left.getAsDouble() - right.getAsDouble())
        : OptionalDouble.empty();
  }
}
