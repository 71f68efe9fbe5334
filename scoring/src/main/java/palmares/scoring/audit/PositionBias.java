package palmares.scoring.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Interval;

/// How much a judge of pairs goes by the place of a response: what it says of the same two in both
/// orders.
///
/// Consistency is the share of pairs with the same verdict in both. Of the others each counts the
/// share of its verdicts that name a side and name the response shown first; their mean is the
/// first-slot share: 1/2 for a judge that wavers without liking a place, 1 for one that takes the
/// first response whatever it is.
///
/// Source: L. Zheng et al., Judging LLM-as-a-Judge with MT-Bench and Chatbot Arena (2023), 4.1.
///
/// @param consistent 1 for each pair with the same verdict in both orders, else 0
/// @param firstShares of the pairs with two verdicts
public record PositionBias(double[] consistent, double[] firstShares) {

  public PositionBias {
    consistent = consistent.clone();
    firstShares = firstShares.clone();
  }

  /// Which response of a pair is the better one, by its name and not by its place.
  public enum Verdict {
    LEFT,
    RIGHT,
    TIE
  }

  /// One pair judged twice.
  ///
  /// @param leftFirst where the left response was shown first
  /// @param rightFirst where the right one was
  public record Judged(Verdict leftFirst, Verdict rightFirst) {

    private @Nullable Double firstShare() {
      if (leftFirst == rightFirst) {
        return null;
      }
      var first = (leftFirst == Verdict.LEFT ? 1 : 0) + (rightFirst == Verdict.RIGHT ? 1 : 0);
      var sides = (leftFirst == Verdict.TIE ? 0 : 1) + (rightFirst == Verdict.TIE ? 0 : 1);
      return (double) first / sides;
    }
  }

  public static PositionBias of(List<Judged> pairs) {
    return new PositionBias(
        pairs.stream().mapToDouble(pair -> pair.firstShare() == null ? 1 : 0).toArray(),
        pairs.stream()
            .map(Judged::firstShare)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .toArray());
  }

  /// @return empty where there is no pair
  public OptionalDouble consistency() {
    return Arrays.stream(consistent).average();
  }

  /// @return empty where all pairs have the same verdict in both orders
  public OptionalDouble firstShare() {
    return Arrays.stream(firstShares).average();
  }

  public Optional<Interval> consistencyInterval(Bootstrap bootstrap) {
    return interval(consistent, bootstrap);
  }

  public Optional<Interval> firstShareInterval(Bootstrap bootstrap) {
    return interval(firstShares, bootstrap);
  }

  private static Optional<Interval> interval(double[] values, Bootstrap bootstrap) {
    return values.length == 0 ? Optional.empty() : bootstrap.interval(bootstrap.means(values));
  }
}
