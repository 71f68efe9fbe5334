package palmares.scoring.battle;

/// Random bits that a seed fixes for ever, in a few instructions each.
///
/// Source: G. Steele, D. Lea and C. Flood, Fast Splittable Pseudorandom Number Generators (2014).
final class SplitMix {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /// @param stream streams of one seed are unlike each other
  SplitMix(long seed, long stream) {
    state = mixed(mixed(seed) + stream * GAMMA);
  }

  long nextLong() {
    state += GAMMA;
    return mixed(state);
  }

  /// A number from 0 to one below the bound, of chances even to `2^-32`.
  int below(int bound) {
    return (int) ((nextLong() >>> 32) * bound >>> 32);
  }

  private static long mixed(long bits) {
    var z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
