package palmares.scoring.ranking;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What comes of acting on the k systems that an evaluator estimates best.
///
/// Estimates that tie across the border of the top k have no order of their own, and one by name
/// would be luck; the outcome is then the mean over seeded draws among them. An evaluator that ties
/// all systems has the outcome of choosing at random.
record TopPicks(int k, Convention convention, int draws, long seed) {

  /// How the ratio is computed.
  enum Convention {
    /// Deviation with `1 / k`; the baseline is one of the candidates; the excess may be negative.
    PAPER("paper"),
    /// Deviation with `1 / (k - 1)`; the baseline is no candidate; the excess is 0 at least.
    SCOPE_RL("scope-rl");

    private final String word;

    Convention(String word) {
      this.word = word;
    }

    private double excess(double best, double baseline) {
      return this == PAPER ? best - baseline : Math.max(best - baseline, 0);
    }

    private int divisor(int k) {
      return this == PAPER ? k : k - 1;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /// @param ratio `(best - baseline) / deviation`; empty where the deviation is 0 or that of a
  ///   single pick
  record Outcome(double best, double worst, double mean, double deviation, OptionalDouble ratio) {}

  /// @param estimates what the evaluator says of each candidate, `k` or more of them
  /// @param truths what each is worth
  Outcome of(double[] estimates, double[] truths, double baseline) {
    var border = border(estimates);
    var sure = truthsWhere(truths, i -> estimates[i] > border && !same(estimates[i], border));
    var tied = truthsWhere(truths, i -> same(estimates[i], border));
    var open = k - sure.length;
    return open == tied.length
        ? outcome(joined(sure, tied, open), baseline)
        : meanOutcome(sure, tied, open, baseline);
  }

  /// The k-th best estimate. Only the best k are ever in order: k is small and there are many.
  private double border(double[] estimates) {
    var best = new double[k]; // the worst of them first
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    for (var estimate : estimates) {
      if (estimate > best[0]) {
        var place = 0;
        while (place < k - 1 && best[place + 1] < estimate) {
          best[place] = best[place + 1];
          place++;
        }
        best[place] = estimate;
      }
    }
    return best[0];
  }

  /// The positions of the best estimate.
  static int[] first(double[] estimates) {
    var best = Arrays.stream(estimates).max().orElseThrow();
    return IntStream.range(0, estimates.length).filter(i -> same(estimates[i], best)).toArray();
  }

  // Equal values summed in another order differ by their last bits.
  private static boolean same(double left, double right) {
    return Math.abs(left - right) <= 1e-12 * Math.max(Math.abs(left), Math.abs(right));
  }

  // In the order of the truths, so that neither names nor places decide what is drawn.
  private static double[] truthsWhere(double[] truths, IntPredicate condition) {
    var chosen = new double[truths.length];
    var size = 0;
    for (var i = 0; i < truths.length; i++) {
      if (condition.test(i)) {
        chosen[size++] = truths[i];
      }
    }
    Arrays.sort(chosen, 0, size);
    return Arrays.copyOf(chosen, size);
  }

  private double[] joined(double[] sure, double[] tied, int open) {
    var picked = Arrays.copyOf(sure, k);
    System.arraycopy(tied, 0, picked, sure.length, open);
    return picked;
  }

  private Outcome meanOutcome(double[] sure, double[] tied, int open, double baseline) {
    var random = new Random(seed);
    var outcomes = new Outcome[draws];
    for (var draw = 0; draw < draws; draw++) {
      for (var i = 0; i < open; i++) { // the first places of a shuffle, from any order
        var other = i + random.nextInt(tied.length - i);
        var value = tied[i];
        tied[i] = tied[other];
        tied[other] = value;
      }
      outcomes[draw] = outcome(joined(sure, tied, open), baseline);
    }
    return new Outcome(
        Arrays.stream(outcomes).mapToDouble(Outcome::best).average().orElseThrow(),
        Arrays.stream(outcomes).mapToDouble(Outcome::worst).average().orElseThrow(),
        Arrays.stream(outcomes).mapToDouble(Outcome::mean).average().orElseThrow(),
        Arrays.stream(outcomes).mapToDouble(Outcome::deviation).average().orElseThrow(),
        Arrays.stream(outcomes).flatMapToDouble(outcome -> outcome.ratio().stream()).average());
  }

  private Outcome outcome(double[] values, double baseline) {
    Arrays.sort(values);
    var best = values[k - 1];
    var sum = 0.0;
    for (var value : values) {
      sum += value;
    }
    var mean = sum / k;
    if (k == 1 || same(values[0], best)) {
      return new Outcome(best, values[0], mean, 0, OptionalDouble.empty());
    }
    var squares = 0.0;
    for (var value : values) {
      squares += (value - mean) * (value - mean);
    }
    var deviation = Math.sqrt(squares / convention.divisor(k));
    return new Outcome(
        best,
        values[0],
        mean,
        deviation,
        OptionalDouble.of(convention.excess(best, baseline) / deviation));
  }
}
