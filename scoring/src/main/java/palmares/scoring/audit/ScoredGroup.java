package palmares.scoring.audit;

import java.util.Arrays;

/// What two evaluators say of the responses to one prompt.
///
/// @param first and `second`: values of the same responses, in the same order, all finite
public record ScoredGroup(double[] first, double[] second) {

  public ScoredGroup {
    if (first.length != second.length) {
      throw new IllegalArgumentException(
          "both evaluators need a value for each response: %d and %d"
              .formatted(first.length, second.length));
    }
    if (!Arrays.stream(first).allMatch(Double::isFinite)
        || !Arrays.stream(second).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException("values of responses must be finite");
    }
    first = first.clone();
    second = second.clone();
  }

  int size() {
    return first.length;
  }
}
