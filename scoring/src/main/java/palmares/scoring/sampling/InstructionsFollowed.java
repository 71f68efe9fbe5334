package palmares.scoring.sampling;

/// How many of the instructions given so far several responses to one prompt follow.
///
/// Source: E. Epstein et al., MMMT-IF: A Challenging Multimodal Multi-Turn Instruction Following
/// Benchmark (2024).
///
/// @param followed by response, and `given`: how many there were, one or more each
public record InstructionsFollowed(int[] followed, int[] given) {

  /// @throws IllegalArgumentException if there is no response, they are not equally many, or more
  ///   are followed than given
  public InstructionsFollowed {
    if (followed.length == 0 || followed.length != given.length) {
      throw new IllegalArgumentException(
          "one response or more is needed, each with the instructions given: %d and %d"
              .formatted(followed.length, given.length));
    }
    for (var k = 0; k < given.length; k++) {
      if (given[k] < 1 || followed[k] < 0 || followed[k] > given[k]) {
        throw new IllegalArgumentException(
            "from 0 to all of one instruction or more can be followed: %d of %d"
                .formatted(followed[k], given[k]));
      }
    }
    followed = followed.clone();
    given = given.clone();
  }

  /// The mean share that is followed (PIF).
  public double share() {
    var sum = 0.0;
    for (var k = 0; k < given.length; k++) {
      sum += (double) followed[k] / given[k];
    }
    return sum / given.length;
  }

  /// Whether at least k responses follow all instructions: the mean over prompts is PIF-N-K.
  ///
  /// @throws IllegalArgumentException if k is not from 1 to how many responses there are
  public boolean atLeast(int k) {
    if (k < 1 || k > given.length) {
      throw new IllegalArgumentException(
          "K must be from 1 to the %d responses: %d".formatted(given.length, k));
    }
    var all = 0;
    for (var i = 0; i < given.length; i++) {
      all += followed[i] == given[i] ? 1 : 0;
    }
    return all >= k;
  }
}
