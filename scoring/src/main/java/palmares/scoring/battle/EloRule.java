package palmares.scoring.battle;

import java.util.Arrays;
import palmares.scoring.ranking.Settings;

/// How ratings move: by `K w (o - p)` after each battle, `p = 1 / (1 + 10^((R_right - R_left) /
/// scale))`, from `init`.
record EloRule(double k, double scale, double init) {

  static EloRule of(Settings settings) {
    return new EloRule(
        positive(settings, "k", 4),
        positive(settings, "scale", 400),
        settings.number("init", 1000));
  }

  /// The ratings of so many systems before the first battle.
  double[] start(int systems) {
    var ratings = new double[systems];
    Arrays.fill(ratings, init);
    return ratings;
  }

  void battle(double[] ratings, int left, int right, double outcome, double weight) {
    var lead = ratings[left] - ratings[right];
    var expected = 1 / (1 + Math.exp(-Math.log(10) / scale * lead));
    var change = k * weight * (outcome - expected);
    ratings[left] += change;
    ratings[right] -= change;
  }

  private static double positive(Settings settings, String name, double otherwise) {
    var value = settings.number(name, otherwise);
    if (!(value > 0)) {
      throw new IllegalArgumentException("setting '" + name + "' must be greater than 0: " + value);
    }
    return value;
  }
}
