package palmares.scoring.ranking;

/// How sure we are of a rating: the true value lies within with probability `level`.
public record Interval(double low, double high, double level) {

  public Interval {
    if (!(low <= high)) { // written this way round so that NaN fails too
      throw new IllegalArgumentException("low must not exceed high: [" + low + ", " + high + "]");
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1): " + level);
    }
  }
}
