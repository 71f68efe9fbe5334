package palmares.scoring.audit;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// How much of what responses are worth a reward model explains where one keeps some of them: the
/// R² of a straight line from reward to worth over the kept responses of all prompts, weighted.
///
/// The way of keeping with the greatest R² is the one to learn from.
///
/// Source: W. Shen et al., Policy Filtration in RLHF to Fine-Tune LLM for Code Generation (PF-PPO
/// 2024), `replay_buffer.py`. Equal rewards share the weight of their place.
public enum RewardReliability {
  /// All alike.
  ALL("all responses") {
    @Override
    double[] weights(double[] rewards) {
      var weights = new double[rewards.length];
      Arrays.fill(weights, 1);
      return weights;
    }
  },
  /// The greatest reward of each prompt.
  BEST("of each prompt the response with the greatest reward") {
    @Override
    double[] weights(double[] rewards) {
      return sharing(rewards, max(rewards), 1);
    }
  },
  /// The greatest and the least.
  BEST_WORST("the greatest and the least reward") {
    @Override
    double[] weights(double[] rewards) {
      return sum(sharing(rewards, max(rewards), 1), sharing(rewards, min(rewards), 1));
    }
  },
  /// The greatest with 0.4, each other with 0.1.
  BEST_RANDOM("the greatest with weight 0.4, each other with 0.1") {
    @Override
    double[] weights(double[] rewards) {
      var weights = sharing(rewards, max(rewards), 0.3);
      return Arrays.stream(weights).map(weight -> weight + 0.1).toArray();
    }
  };

  private final String described;

  RewardReliability(String described) {
    this.described = described;
  }

  /// Which responses are kept, in words.
  public String described() {
    return described;
  }

  /// The weight of each response to one prompt.
  abstract double[] weights(double[] rewards);

  /// @param groups for each prompt the rewards of its responses and what they are worth
  /// @return empty where the kept rewards are one value alone, or the kept worths are
  public OptionalDouble explained(List<ScoredGroup> groups) {
    var sums = new double[6]; // of w, wx, wy, wxx, wyy, wxy about the first response
    if (groups.isEmpty() || groups.getFirst().size() == 0) {
      return OptionalDouble.empty();
    }
    var x0 = groups.getFirst().first()[0];
    var y0 = groups.getFirst().second()[0];
    for (var group : groups) {
      var weights = weights(group.first());
      for (var i = 0; i < weights.length; i++) {
        var x = group.first()[i] - x0;
        var y = group.second()[i] - y0;
        double[] terms = {1, x, y, x * x, y * y, x * y};
        for (var k = 0; k < terms.length; k++) {
          sums[k] += weights[i] * terms[k];
        }
      }
    }
    var xx = sums[3] - sums[1] * sums[1] / sums[0];
    var yy = sums[4] - sums[2] * sums[2] / sums[0];
    var xy = sums[5] - sums[1] * sums[2] / sums[0];
    return xx > ROUNDING * sums[3] && yy > ROUNDING * sums[4]
        ? OptionalDouble.of(Math.min(1, xy * xy / xx / yy))
        : OptionalDouble.empty();
  }

  private static final double ROUNDING = 1e-12;

  private static double[] sharing(double[] rewards, double value, double weight) {
    var count = Arrays.stream(rewards).filter(reward -> reward == value).count();
    return Arrays.stream(rewards).map(reward -> reward == value ? weight / count : 0).toArray();
  }

  private static double[] sum(double[] left, double[] right) {
    var sum = left.clone();
    for (var i = 0; i < sum.length; i++) {
      sum[i] += right[i];
    }
    return sum;
  }

  private static double max(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static double min(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }
}
