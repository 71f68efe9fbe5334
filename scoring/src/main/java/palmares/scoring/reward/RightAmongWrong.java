package palmares.scoring.reward;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// RewardMATH: how often a reward model puts the one right solution above all wrong ones.
/// Percentages.
///
/// Source: S. Kim et al., Evaluating Robustness of Reward Models for Mathematical Reasoning (2024),
/// `src/evaluation/eval.py`.
///
/// @param strict right above every wrong one
/// @param withTies none of the wrong ones above it
/// @param reciprocalRank mean of 1 / rank of the right one, equal wrong ones before it
public record RightAmongWrong(double strict, double withTies, double reciprocalRank) {

  /// One problem.
  ///
  /// @param above wrong solutions with a greater reward than the right one
  /// @param equal those with the same
  public record Problem(int above, int equal) {

    /// @throws IllegalArgumentException if there is no wrong one, or a reward is not a number
    public static Problem ofRewards(double right, double... wrong) {
      if (wrong.length == 0) {
        throw new IllegalArgumentException("a problem needs one wrong solution or more");
      }
      if (Double.isNaN(right) || Arrays.stream(wrong).anyMatch(Double::isNaN)) {
        throw new IllegalArgumentException(
            "rewards must be numbers: %s and %s".formatted(right, Arrays.toString(wrong)));
      }
      return new Problem(
          (int) Arrays.stream(wrong).filter(reward -> reward > right).count(),
          (int) Arrays.stream(wrong).filter(reward -> reward == right).count());
    }
  }

  /// @throws IllegalArgumentException if there is no problem
  public static RightAmongWrong of(List<Problem> problems) {
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("there is no problem");
    }
    return new RightAmongWrong(
        share(problems, problem -> problem.above() + problem.equal() == 0 ? 1 : 0),
        share(problems, problem -> problem.above() == 0 ? 1 : 0),
        share(problems, problem -> 1.0 / (1 + problem.above() + problem.equal())));
  }

  private static double share(List<Problem> problems, ToDoubleFunction<Problem> of) {
    return 100 * problems.stream().mapToDouble(of).average().orElse(0);
  }
}
