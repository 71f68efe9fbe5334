package palmares.scoring.battle;

import java.util.Arrays;
import java.util.HashMap;

/// How often each unit comes up when as many units are drawn, with replacement, as there are. Units
/// of which there are several count together.
///
/// Exact, and far faster than one draw after the other: independent Poisson numbers are multinomial
/// given their sum, so that their means are set a little too small and what is missing in the end
/// is drawn unit by unit. Source: L. Devroye, Non-Uniform Random Variate Generation (1986), XI.1.4.
final class Multinomial {

  /// The sum of the Poisson numbers stays that many standard errors below the total, so that it
  /// exceeds it once in three million times; they are then drawn again.
  private static final double BELOW = 5;

  private final long total;
  private final AliasTable single;
  private final AliasTable[] most; // by unit; empty where every unit is drawn singly

  /// @param multiplicities how many of each unit there are, 1 or more
  Multinomial(int[] multiplicities) {
    var weights = Arrays.stream(multiplicities).asDoubleStream().toArray();
    total = Arrays.stream(multiplicities).asLongStream().sum();
    single = new AliasTable(0, weights);
    var share = 1 - BELOW / Math.sqrt(total);
    var tables = new HashMap<Integer, AliasTable>();
    most =
        share <= 0
            ? new AliasTable[0]
            : Arrays.stream(multiplicities)
                .mapToObj(
                    units -> tables.computeIfAbsent(units, n -> AliasTable.poisson(n * share)))
                .toArray(AliasTable[]::new);
  }

  /// Draws several times at once.
  ///
  /// @param times `[unit][draw]`, overwritten
  void draw(double[][] times, SplitMix random) {
    var sums = new long[times[0].length];
    do {
      Arrays.fill(sums, 0);
      for (var unit = 0; unit < times.length; unit++) {
        var own = times[unit];
        for (var k = 0; k < own.length; k++) {
          var count = most.length == 0 ? 0 : most[unit].draw(random);
          own[k] = count;
          sums[k] += count;
        }
      }
    } while (Arrays.stream(sums).anyMatch(sum -> sum > total));
    for (var k = 0; k < sums.length; k++) {
      for (var missing = total - sums[k]; missing > 0; missing--) {
        times[single.draw(random)][k]++;
      }
    }
  }
}
