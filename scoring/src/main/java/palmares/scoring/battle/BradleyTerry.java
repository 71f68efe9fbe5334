package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.List;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Bradley-Terry strengths by exact maximum likelihood: system i beats system j with probability `1
/// / (1 + exp(theta_j - theta_i))`, a tie counts as half a win for either side, and the rating is
/// `1000 + 400 / ln 10 * theta` with strengths that sum to 0, or moved to an anchor.
///
/// Intervals come from the sandwich covariance, clustered by example or rater unless told
/// otherwise. Systems without a finite maximum are unranked, with the reason; the others are fitted
/// without them. Ranks come from intervals relative to the mean, so that the anchor does not change
/// them.
@AutoService(RankingMethod.class)
public final class BradleyTerry implements BattleMethod {

  @Override
  public String id() {
    return "bradley-terry";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "P(i beats j) = 1 / (1 + exp(theta_j - theta_i)); maximum likelihood by Newton's method;"
            + " rating = 1000 + 400 / ln 10 * theta, sum of theta = 0; interval from the sandwich"
            + " covariance H^-1 B H^-1, clustered, Student's t with one degree of freedom less than"
            + " clusters",
        "R. Bradley and M. Terry, Rank Analysis of Incomplete Block Designs, Biometrika 39 (1952);"
            + " sandwich: K.-Y. Liang and S. Zeger, Biometrika 73 (1986)",
        BradleyTerryTable.COLUMNS,
        BradleyTerrySettings.DESCRIBED);
  }

  @Override
  public Ranking rank(Battles battles, Settings settings) {
    var checked = BradleyTerrySettings.of(settings.allIn(BradleyTerrySettings.NAMES));
    return rank(checked.isReweighted() ? battles.evened(50) : battles, List.of(), checked);
  }

  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(Derivation.known(BradleyTerrySettings.NAMES));
    var derivation = Derivation.of(evidence, settings);
    var checked = BradleyTerrySettings.of(Derivation.complete(settings));
    if (checked.isReweighted()) {
      throw new IllegalArgumentException(
          "reweighted=true is for votes: derived battles are as many for every pair");
    }
    return rank(derivation.battles(), derivation.absent(), checked);
  }

  private Ranking rank(BattleSource battles, List<Rating> absent, BradleyTerrySettings settings) {
    var table = new BradleyTerryTable(battles, absent, settings);
    return new Ranking(
        id() + "@" + version(), settings.all(), table.ratings(), table.fit(), table.notes());
  }
}
