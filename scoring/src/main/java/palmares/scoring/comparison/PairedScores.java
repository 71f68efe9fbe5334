package palmares.scoring.comparison;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The scores of two systems on the same examples, with gaps where a system has none.
///
/// A gap is never left out in silence: it is counted here, and what is said over the examples that
/// both answered can be said again with each gap at the worst score.
public final class PairedScores {

  // NaN marks the gaps inside and never leaves.
  private final double[] left;
  private final double[] right;

  private PairedScores(double[] left, double[] right) {
    this.left = left;
    this.right = right;
  }

  public static Builder builder() {
    return new Builder();
  }

  public int examples() {
    return left.length;
  }

  /// Examples that both have a score for.
  public int both() {
    return count(true, true);
  }

  /// Examples that the left system alone has a score for.
  public int onlyLeft() {
    return count(true, false);
  }

  /// Examples that the right system alone has a score for.
  public int onlyRight() {
    return count(false, true);
  }

  public int neither() {
    return count(false, false);
  }

  /// Over the examples that both have a score for; empty if there are none.
  public Optional<PairedComparison> answered(ComparisonSettings settings) {
    var places =
        IntStream.range(0, left.length)
            .filter(i -> !Double.isNaN(left[i]) && !Double.isNaN(right[i]))
            .toArray();
    return places.length == 0
        ? Optional.empty()
        : Optional.of(
            PairedComparison.of(
                Arrays.stream(places).mapToDouble(i -> left[i]).toArray(),
                Arrays.stream(places).mapToDouble(i -> right[i]).toArray(),
                settings));
  }

  /// Over all examples, each gap with the worst score there is; empty if there are no examples.
  public Optional<PairedComparison> withGapsAs(double worst, ComparisonSettings settings) {
    return left.length == 0
        ? Optional.empty()
        : Optional.of(PairedComparison.of(filled(left, worst), filled(right, worst), settings));
  }

  private int count(boolean inLeft, boolean inRight) {
    return (int)
        IntStream.range(0, left.length)
            .filter(i -> Double.isNaN(left[i]) != inLeft && Double.isNaN(right[i]) != inRight)
            .count();
  }

  private static double[] filled(double[] values, double worst) {
    return Arrays.stream(values).map(value -> Double.isNaN(value) ? worst : value).toArray();
  }

  /// Takes example by example.
  public static final class Builder {

    private static final int FIRST_SIZE = 256;

    private double[] left = new double[FIRST_SIZE];
    private double[] right = new double[FIRST_SIZE];
    private int size;

    private Builder() {}

    /// @param ofLeft and `ofRight`: null where the system has no score
    /// @throws IllegalArgumentException if a score is not finite
    public Builder add(@Nullable Double ofLeft, @Nullable Double ofRight) {
      if (size == left.length) {
        left = Arrays.copyOf(left, 2 * size);
        right = Arrays.copyOf(right, 2 * size);
      }
      left[size] = score(ofLeft);
      right[size] = score(ofRight);
      size++;
      return this;
    }

    private double score(@Nullable Double given) {
      if (given == null) {
        return Double.NaN;
      }
      if (!Double.isFinite(given)) {
        throw new IllegalArgumentException(
            "scores of example %d must be finite: %s".formatted(size, given));
      }
      return given;
    }

    public PairedScores build() {
      return new PairedScores(Arrays.copyOf(left, size), Arrays.copyOf(right, size));
    }
  }
}
