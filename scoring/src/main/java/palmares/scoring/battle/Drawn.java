package palmares.scoring.battle;

import java.util.Arrays;

/// Counts the battles of units that are drawn again and again.
final class Drawn {

  private final Units units;
  private final int[][] places; // of the pair of a lower and a greater index, -1 where none met
  private final int[] lower;
  private final int[] upper;
  private final int[] observations;
  private final long battles;
  private final int pairs;

  Drawn(int systems, Units units) {
    this.units = units;
    var met = new boolean[systems][systems];
    var seen = new int[systems];
    var last = new int[systems];
    Arrays.fill(last, -1);
    var count = new long[1];
    units
        .battles()
        .forEach((unit, left, right, outcome, weight) -> {
          met[Math.min(left, right)][Math.max(left, right)] = true;
          for (var system : new int[] {left, right}) {
            seen[system] += last[system] == unit ? 0 : units.multiplicities()[unit];
            last[system] = unit;
          }
          count[0]++;
        });
    battles = count[0];
    observations = seen;
    places = new int[systems][systems];
    lower = new int[systems * (systems - 1) / 2];
    upper = new int[lower.length];
    pairs = number(met);
  }

  private int number(boolean[][] met) {
    var next = 0;
    for (var i = 0; i < met.length; i++) {
      for (var j = 0; j < met.length; j++) {
        places[i][j] = met[i][j] ? next : -1;
        if (met[i][j]) {
          lower[next] = i;
          upper[next] = j;
          next++;
        }
      }
    }
    return next;
  }

  /// Battles of one of each unit.
  long battles() {
    return battles;
  }

  /// How many numbers one resample is.
  int numbers() {
    return Math.max(units.size(), 2 * pairs);
  }

  /// In how many units each system took part.
  int[] observations() {
    return observations.clone();
  }

  /// @param times `[unit][resample]`
  PairBlock counts(double[][] times) {
    var block =
        new PairBlock(
            places.length,
            Arrays.copyOf(lower, pairs),
            Arrays.copyOf(upper, pairs),
            new double[pairs][times[0].length],
            new double[pairs][times[0].length]);
    units
        .battles()
        .forEach((unit, left, right, outcome, weight) -> {
          var isLeftLower = left < right;
          var pair = places[Math.min(left, right)][Math.max(left, right)];
          var won = weight * outcome;
          add(block.lowerWins()[pair], times[unit], isLeftLower ? won : weight - won);
          add(block.upperWins()[pair], times[unit], isLeftLower ? weight - won : won);
        });
    return block;
  }

  private static void add(double[] sums, double[] times, double weight) {
    if (weight == 0) {
      return;
    }
    for (var k = 0; k < sums.length; k++) {
      sums[k] += weight * times[k];
    }
  }
}
