package palmares.scoring.battle;

import java.util.Arrays;
import java.util.stream.IntStream;
import palmares.scoring.ranking.Bootstrap;

/// Bradley-Terry strengths fitted again to resamples of the battles: percentile intervals that
/// assume nothing of how the strengths vary.
///
/// A system that has no finite strength in a resample counts as lowest for the low end and as
/// highest for the high end, so that few battles widen an interval and never narrow it. The
/// resamples depend on seed and battles alone. Source: B. Efron and R. Tibshirani, An Introduction
/// to the Bootstrap (1993), 13.3; clusters: A. Davison and D. Hinkley, Bootstrap Methods (1997),
/// 3.8.
final class StrengthBootstrap implements Uncertainty {

  /// A battle drawn once takes about two nanoseconds; more than this many would take a minute.
  private static final double MOST_DRAWN = 2e10;

  /// So many numbers of a block of resamples stay in reach of a processor's cache.
  private static final int BLOCK_NUMBERS = 4_000_000;

  private static final int MOST_IN_BLOCK = 64;

  private final double[][] strengths; // [system][round]; not a number where there is none
  private final int[] observations;
  private final double level;

  private StrengthBootstrap(double[][] strengths, int[] observations, double level) {
    this.strengths = strengths;
    this.observations = observations;
    this.level = level;
  }

  /// @param battles of systems that form one strong component
  /// @param model fitted to them
  /// @throws IllegalArgumentException if so many resamples of so many battles would take minutes
  static StrengthBootstrap of(
      BattleSource battles, PairModel model, boolean clustered, Bootstrap bootstrap) {
    var units = battles.units(clustered);
    var drawn = new Drawn(battles.systems().size(), units);
    if ((double) drawn.battles() * bootstrap.rounds() > MOST_DRAWN) {
      throw new IllegalArgumentException(
          "%d resamples of %d battles by cluster are too many: their product must be at most %.0f;"
                  .formatted(bootstrap.rounds(), drawn.battles(), MOST_DRAWN)
              + " interval=clustered needs no resamples");
    }
    var multinomial = new Multinomial(units.multiplicities());
    var chord = new ChordFit(model);
    var rounds = bootstrap.rounds();
    var strengths = new double[battles.systems().size()][rounds];
    var size = Math.clamp(BLOCK_NUMBERS / Math.max(1, drawn.numbers()), 1, MOST_IN_BLOCK);
    // Blocks are independent of each other, and of which thread does which.
    IntStream.range(0, (rounds + size - 1) / size)
        .parallel()
        .forEach(block -> {
          var first = block * size;
          var times = new double[units.size()][Math.min(size, rounds - first)];
          multinomial.draw(times, new SplitMix(bootstrap.seed(), block));
          var found = chord.strengths(drawn.counts(times));
          for (var i = 0; i < strengths.length; i++) {
            System.arraycopy(found[i], 0, strengths[i], first, found[i].length);
          }
        });
    return new StrengthBootstrap(strengths, drawn.observations(), bootstrap.level());
  }

  @Override
  public Ends ends(int system) {
    return ends(strengths[system]);
  }

  @Override
  public Ends ends(int system, int other) {
    var theirs = strengths[other];
    return ends(
        IntStream.range(0, theirs.length)
            .mapToDouble(round -> strengths[system][round] - theirs[round])
            .toArray());
  }

  @Override
  public int observations(int system) {
    return observations[system];
  }

  @Override
  public String whyInfinite(int system) {
    var without = Arrays.stream(strengths[system]).filter(Double::isNaN).count();
    return "unbounded: no finite rating in %d of %d resamples"
        .formatted(without, strengths[system].length);
  }

  private Ends ends(double[] values) {
    return new Ends(
        percentile(values, Double.NEGATIVE_INFINITY, (1 - level) / 2),
        percentile(values, Double.POSITIVE_INFINITY, (1 + level) / 2));
  }

  /// @param missing what a resample without a strength counts as
  private static double percentile(double[] values, double missing, double share) {
    var sorted =
        Arrays.stream(values)
            .map(value -> Double.isNaN(value) ? missing : value)
            .sorted()
            .toArray();
    return Bootstrap.quantile(sorted, share);
  }
}
