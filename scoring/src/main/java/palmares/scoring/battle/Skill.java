package palmares.scoring.battle;

/// What is believed of a system before its next game: a normal distribution.
///
/// @param sigma its deviation, greater than 0
public record Skill(double mu, double sigma) {

  public Skill {
    if (!Double.isFinite(mu) || !(sigma > 0) || Double.isInfinite(sigma)) {
      throw new IllegalArgumentException(
          "a skill needs a finite mu and a sigma greater than 0: %s, %s".formatted(mu, sigma));
    }
  }

  /// `mu - 3 sigma`: what it is worth almost certainly.
  public double ordinal() {
    return mu - 3 * sigma;
  }
}
