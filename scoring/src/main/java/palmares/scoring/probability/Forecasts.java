package palmares.scoring.probability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Probabilities that were stated, each with whether it came true; one or more.
///
/// @param came 1 where it came true, 0 where it did not
public record Forecasts(double[] stated, int[] came) {

  /// @throws IllegalArgumentException if there are none, they are not equally many, or one is no
  ///   probability or no outcome
  public Forecasts {
    if (stated.length == 0 || stated.length != came.length) {
      throw new IllegalArgumentException(
          "one probability or more is needed, each with what came: %d and %d"
              .formatted(stated.length, came.length));
    }
    for (var each : stated) {
      if (!(each >= 0 && each <= 1)) {
        throw new IllegalArgumentException("a probability must be from 0 to 1: " + each);
      }
    }
    for (var each : came) {
      if (each != 0 && each != 1) {
        throw new IllegalArgumentException("what came must be 0 or 1: " + each);
      }
    }
    stated = stated.clone();
    came = came.clone();
  }

  public int size() {
    return stated.length;
  }

  /// The places by rising probability; equal ones in their own order.
  int[] byProbability() {
    return IntStream.range(0, size())
        .boxed()
        .sorted(Comparator.comparingDouble(i -> stated[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  int positives() {
    return Arrays.stream(came).sum();
  }
}
