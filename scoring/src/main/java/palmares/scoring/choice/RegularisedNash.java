package palmares.scoring.choice;

import com.google.auto.service.AutoService;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import palmares.scoring.battle.MethodCard;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Settings;

/// The probability of each system in the mixture that no other beats once straying from an even one
/// has its price: `p_i ∝ exp(P(i beats p) / tau)`, `P(i beats p) = Σ p_j P_ij` and `P_ij` the share
/// of orders in which i is better than j, a tie counting half.
///
/// There is one such mixture for any orders, near to the even one for a great `tau` and to a
/// maximal lottery for a small one. It is found step by step, each one from where the last but one
/// would lead (extragradient), which closes in on it at a known rate.
@AutoService(RankingMethod.class)
public final class RegularisedNash implements ChoiceMethod {

  private static final double DEFAULT_TAU = 0.1;

  /// Below it the solution takes seconds for hundreds of systems.
  private static final double LEAST_TAU = 0.01;

  /// Systems in the same position differ by less.
  private static final double ROUNDING = 1e-12;

  @Override
  public String id() {
    return "regularised-nash";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "p_i ~ exp(P(i beats p) / tau), P the share of columns in which i is better, a tie half",
        "R. Munos et al., Nash Learning from Human Feedback (2023); Y. Zhang et al., Iterative Nash"
            + " Policy Optimization (INPO 2024); steps: S. Cen et al. (2021)",
        new TreeMap<>(Map.of("answered", "columns with a value")),
        new TreeMap<>(
            Map.of("tau", "the price of straying from an even mixture, 0.01 or more (0.1)")));
  }

  @Override
  public Settings complete(Settings given) {
    var tau = given.number("tau", DEFAULT_TAU);
    if (tau < LEAST_TAU) {
      throw new IllegalArgumentException(
          "setting 'tau' must be %s or more: %s".formatted(LEAST_TAU, tau));
    }
    return given.with("tau", tau);
  }

  @Override
  public Outcome outcome(Ballots ballots, Settings settings) {
    var wins = shares(ballots);
    var mixture = NashMixture.of(wins, settings.number("tau", DEFAULT_TAU));
    var best = Arrays.stream(NashMixture.against(wins, mixture)).max().orElseThrow();
    return new Outcome(
        Arrays.stream(mixture).map(share -> Math.rint(share / ROUNDING) * ROUNDING).toArray(),
        List.of(
            String.format(
                Locale.ROOT,
                "the rating is a probability; exploitability %.6f: by so much more than half the"
                    + " best answer to the mixture beats it",
                Math.max(0, best - 0.5))));
  }

  private static double[][] shares(Ballots ballots) {
    var over = ballots.majorities();
    var shares = new double[over.length][over.length];
    for (var i = 0; i < over.length; i++) {
      for (var j = 0; j < over.length; j++) {
        shares[i][j] = 0.5 + (over[i][j] - over[j][i]) / ballots.values().length / 2;
      }
    }
    return shares;
  }
}
