package palmares.scoring.comparison;

import java.util.random.RandomGenerator;

/// Tosses of fair coins, 64 of them in each random number.
final class Coins {

  private final RandomGenerator random;
  private long tossed;
  private int left;

  Coins(RandomGenerator random) {
    this.random = random;
  }

  /// How many of so many tosses are heads.
  int heads(int tosses) {
    var heads = 0;
    var open = tosses;
    while (open > 0) {
      if (left == 0) {
        tossed = random.nextLong();
        left = Long.SIZE;
      }
      var taken = Math.min(open, left);
      heads += Long.bitCount(tossed << (Long.SIZE - taken));
      // A shift by 64 is one by 0; then nothing of the number is used again.
      tossed >>>= taken;
      left -= taken;
      open -= taken;
    }
    return heads;
  }

  /// A toss for each of the values: the sum of those that are heads.
  double sumOfHeads(double[] values) {
    var sum = 0.0;
    for (var from = 0; from < values.length; from += Long.SIZE) {
      var tosses = random.nextLong();
      var to = Math.min(values.length, from + Long.SIZE);
      for (var i = from; i < to; i++) {
        sum += values[i] * (tosses & 1); // without a branch, which no processor can guess
        tosses >>>= 1;
      }
    }
    return sum;
  }
}
