package palmares.scoring.comparison;

/// How a comparison is made.
///
/// @param rounds resamples of the interval
/// @param draws of the permutation test, where not all ways are counted
/// @param level of the interval
public record ComparisonSettings(int rounds, int draws, long seed, double level) {

  public static final ComparisonSettings DEFAULT = new ComparisonSettings(1_000, 9_999, 1, 0.95);

  public ComparisonSettings {
    if (rounds < 100) {
      throw new IllegalArgumentException("rounds must be 100 or more: " + rounds);
    }
    if (draws < 99) {
      throw new IllegalArgumentException("draws must be 99 or more: " + draws);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
  }
}
