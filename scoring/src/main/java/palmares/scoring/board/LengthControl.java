package palmares.scoring.board;

import java.util.Arrays;

/// The length-controlled win rate of AlpacaEval: the win rate that a model of the preferences
/// predicts for responses as long as the baseline's.
///
/// The model is `P(preferred) = s(length * tanh(d / sd) + difficulty * difficulty_i + bias)`, s the
/// logistic function, d the characters of the baseline's response less those of the system's, sd
/// their deviation within the system (n - 1). At d = 0 the rate is `100 * mean s(difficulty *
/// difficulty_i + bias)`, its error `sd / sqrt n`.
///
/// Source: Y. Dubois et al., Length-Controlled AlpacaEval (2024); alpaca_eval
/// `metrics/glm_winrate.py`.
///
/// @param length what the difference of lengths counts
/// @param difficulty what the difficulty of the instruction counts
/// @param bias what the system itself counts
public record LengthControl(double length, double difficulty, double bias) {

  public LengthControl {
    if (!Double.isFinite(length) || !Double.isFinite(difficulty) || !Double.isFinite(bias)) {
      throw new IllegalArgumentException(
          "weights must be finite: %s, %s, %s".formatted(length, difficulty, bias));
    }
  }

  /// A rate and how sure it is, both in per cent.
  public record Rate(double value, double standardError) {}

  /// @param difficulties of the instructions that the system answered
  /// @throws IllegalArgumentException if there are fewer than two
  public Rate rate(double[] difficulties) {
    if (difficulties.length < 2) {
      throw new IllegalArgumentException("two instructions or more are needed");
    }
    var chances =
        Arrays.stream(difficulties).map(each -> chance(difficulty * each + bias)).toArray();
    var mean = Arrays.stream(chances).average().orElseThrow();
    var squares = Arrays.stream(chances).map(each -> (each - mean) * (each - mean)).sum();
    var deviation = Math.sqrt(squares / (chances.length - 1));
    return new Rate(100 * mean, 100 * deviation / Math.sqrt(chances.length));
  }

  static double chance(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
