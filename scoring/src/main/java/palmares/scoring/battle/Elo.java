package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Online Elo: after each battle, in order, both ratings move by `K w (o - p)` with `p = 1 / (1 +
/// 10^((R_right - R_left) / scale))`.
///
/// The result depends on the order of the battles and never converges; it has no interval. For live
/// display only. With K = 4, scale 400 and start 1000 it equals FastChat's `compute_elo`.
@AutoService(RankingMethod.class)
public final class Elo implements BattleMethod {

  static final String ORDER_DEPENDENT =
      "order-dependent: the same battles in another order give other ratings";

  private static final Map<String, String> FASTCHAT =
      Map.of("k", "4.0", "scale", "400.0", "init", "1000.0");
  private static final Set<String> SETTINGS = Set.of("k", "scale", "init", "compat");

  @Override
  public String id() {
    return "elo";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public MethodCard card() {
    return new MethodCard(
        "in row order: R_left += K w (o - p), R_right -= K w (o - p),"
            + " p = 1 / (1 + 10^((R_right - R_left) / scale)); o = 1 win, 0.5 tie, 0 loss",
        "A. Elo, The Rating of Chessplayers (1978); FastChat rating_systems.py, compute_elo",
        Tally.COLUMNS,
        Map.of(
            "k", "largest change by one battle (4)",
            "scale", "lead that means odds of 10 to 1 (400)",
            "init", "rating at the start (1000)",
            "compat", "fastchat: k, scale and init must be FastChat's (none)"));
  }

  @Override
  public Ranking rank(Battles battles, Settings settings) {
    return rank(battles, List.of(), complete(settings.allIn(SETTINGS)));
  }

  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(Derivation.known(SETTINGS));
    var derivation = Derivation.of(evidence, settings);
    return rank(derivation.battles(), derivation.absent(), complete(Derivation.complete(settings)));
  }

  private Ranking rank(BattleSource battles, List<Rating> absent, Settings settings) {
    var k = settings.number("k", 4);
    var steepness = Math.log(10) / settings.number("scale", 400);
    var values = new double[battles.systems().size()];
    Arrays.fill(values, settings.number("init", 1000));
    battles.forEach((left, right, outcome, weight) -> {
      var expected = 1 / (1 + Math.exp(steepness * (values[right] - values[left])));
      var change = k * weight * (outcome - expected);
      values[left] += change;
      values[right] -= change;
    });
    var tally = new Tally(battles.counts());
    var standings = new ArrayList<RankRanges.Standing>();
    var unranked = new ArrayList<Rating>(absent);
    for (var i = 0; i < values.length; i++) {
      var system = battles.systems().get(i);
      if (tally.played(i) > 0) {
        standings.add(
            new RankRanges.Standing(system, values[i], Optional.empty(), tally.columns(i)));
      } else {
        unranked.add(
            new Rating.Unranked(system, Separation.ALONE, Optional.empty(), tally.columns(i)));
      }
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    ratings.addAll(unranked);
    return new Ranking(
        id() + "@" + version(), settings, ratings, Fit.EXACT, List.of(ORDER_DEPENDENT));
  }

  private static Settings complete(Settings given) {
    var compat = given.choice("compat", "none", Set.of("none", "fastchat"));
    var complete =
        given
            .with("k", positive(given, "k", 4))
            .with("scale", positive(given, "scale", 400))
            .with("init", given.number("init", 1000))
            .with("compat", compat);
    if (compat.equals("fastchat")) {
      FASTCHAT.forEach((name, value) -> requireSame(complete, name, value));
    }
    return complete;
  }

  private static double positive(Settings settings, String name, double otherwise) {
    var value = settings.number(name, otherwise);
    if (!(value > 0)) {
      throw new IllegalArgumentException("setting '" + name + "' must be greater than 0: " + value);
    }
    return value;
  }

  private static void requireSame(Settings settings, String name, String expected) {
    if (!settings.text(name).equals(expected)) {
      throw new IllegalArgumentException(
          "compat=fastchat needs %s=%s: '%s'".formatted(name, expected, settings.text(name)));
    }
  }
}
