package palmares.scoring.comparison;

import java.util.Arrays;
import java.util.Random;

/// How often chance alone gives a mean difference at least this large, to either side.
///
/// If neither system were better, a coin could as well have decided for each example which of the
/// two scores is whose: each difference might as well have the other sign. `p` is the share of all
/// ways to turn the signs whose sum is at least as far from 0. Source: Fisher 1935, The Design of
/// Experiments, 21.
///
/// All `2^n` ways are counted where n, the number of differences that are not 0, is at most
/// [#EXACT_UP_TO]; likewise where all differences have one size, as with scores of 0 or 1, since
/// only the number of turned signs counts then. Beyond, `p = (b + 1) / (m + 1)` for m seeded random
/// ways of which b are at least as far from 0, which never is 0 and never too small (Phipson and
/// Smyth 2010).
///
/// @param draws m; 0 where all ways are counted
public record PermutationTest(double p, int draws) {

  public static final int EXACT_UP_TO = 20;

  // Sums of the same numbers in another order differ by rounding.
  private static final double ROUNDING = 1e-12;

  public boolean isExact() {
    return draws == 0;
  }

  /// @param differences left minus right by example, all finite
  /// @param draws m, where not all ways are counted
  /// @throws IllegalArgumentException if draws is below 1
  public static PermutationTest of(double[] differences, int draws, long seed) {
    if (draws < 1) {
      throw new IllegalArgumentException("draws must be 1 or more: " + draws);
    }
    var sizes =
        Arrays.stream(differences).filter(each -> each != 0).map(Math::abs).sorted().toArray();
    if (sizes.length == 0 || sizes[0] == sizes[sizes.length - 1]) {
      return new PermutationTest(SignTest.of(differences).p(), 0);
    }
    var sum = Arrays.stream(differences).sum();
    var bound = Math.abs(sum) - ROUNDING * Arrays.stream(sizes).sum();
    if (sizes.length <= EXACT_UP_TO) {
      // The first sign stays: turning all signs at once mirrors the sum.
      var far = countFar(sizes, 1, sizes[0], bound);
      return new PermutationTest((double) far / (1L << (sizes.length - 1)), 0);
    }
    return new PermutationTest((drawFar(sizes, bound, draws, seed) + 1.0) / (draws + 1.0), draws);
  }

  private static long countFar(double[] sizes, int next, double sum, double bound) {
    return next == sizes.length
        ? (Math.abs(sum) >= bound ? 1 : 0)
        : countFar(sizes, next + 1, sum + sizes[next], bound)
            + countFar(sizes, next + 1, sum - sizes[next], bound);
  }

  private static int drawFar(double[] sizes, double bound, int draws, long seed) {
    var coins = new Coins(new Random(seed));
    var groups = SizeGroup.of(sizes).stream().filter(group -> group.count() > 1).toList();
    var single =
        SizeGroup.of(sizes).stream()
            .filter(group -> group.count() == 1)
            .mapToDouble(SizeGroup::size)
            .toArray();
    var half = Arrays.stream(sizes).sum() / 2;
    var far = 0;
    for (var draw = 0; draw < draws; draw++) {
      var unturned = coins.sumOfHeads(single);
      for (var group : groups) {
        unturned += group.size() * coins.heads(group.count());
      }
      far += Math.abs(unturned - half) * 2 >= bound ? 1 : 0;
    }
    return far;
  }
}
