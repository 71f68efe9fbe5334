package palmares.api.evaluator;

import java.util.stream.IntStream;

/// The values of two evaluators for the responses that both have one for.
record Shared(double[] one, double[] other) {

  /// @param one and `other`: a place for each response, NaN where there is no value
  static Shared of(double[] one, double[] other) {
    var both =
        IntStream.range(0, one.length)
            .filter(i -> !Double.isNaN(one[i]) && !Double.isNaN(other[i]))
            .toArray();
    return new Shared(
        IntStream.of(both).mapToDouble(i -> one[i]).toArray(),
        IntStream.of(both).mapToDouble(i -> other[i]).toArray());
  }
}
