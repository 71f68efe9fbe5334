package palmares.scoring.battle;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.ranking.Bootstrap;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.RankingMethod;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Online Elo: after each battle, in order, both ratings move by `K w (o - p)` with `p = 1 / (1 +
/// 10^((R_right - R_left) / scale))`.
///
/// The result depends on the order of the battles and never converges. For live display only; an
/// interval comes from resamples alone, see [EloBootstrap]. With K = 4, scale 400 and start 1000 it
/// equals FastChat's `compute_elo`.
@AutoService(RankingMethod.class)
public final class Elo implements BattleMethod {

  static final String ORDER_DEPENDENT =
      "order-dependent: the same battles in another order give other ratings";

  private static final Map<String, String> FASTCHAT =
      Map.of("k", "4.0", "scale", "400.0", "init", "1000.0");
  private static final Set<String> SETTINGS =
      Set.of("k", "scale", "init", "compat", "interval", "level", "rounds", "seed");

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
        columns(),
        Map.of(
            "k", "largest change by one battle (4)",
            "scale", "lead that means odds of 10 to 1 (400)",
            "init", "rating at the start (1000)",
            "interval", "bootstrap, of votes fought again in drawn order, or none (none)",
            "level", "probability that an interval covers (0.95)",
            "rounds", "resamples of a bootstrap (1000)",
            "seed", "of a bootstrap's draws (1)",
            "compat", "fastchat: k, scale and init must be FastChat's (none)"));
  }

  @Override
  public Ranking rank(Battles battles, Settings settings) {
    var complete = complete(settings.allIn(SETTINGS));
    var drawn =
        bootstrap(complete).map(each -> EloBootstrap.of(battles, EloRule.of(complete), each));
    return rank(battles, List.of(), complete, drawn);
  }

  @Override
  public Ranking rank(Evidence evidence, Settings settings) {
    settings.allIn(Derivation.known(SETTINGS));
    var derivation = Derivation.of(evidence, settings);
    var complete = complete(Derivation.complete(settings));
    if (bootstrap(complete).isPresent()) {
      throw new IllegalArgumentException(
          "interval=bootstrap is for votes: derived battles have no order to draw in");
    }
    return rank(derivation.battles(), derivation.absent(), complete, Optional.empty());
  }

  private Ranking rank(
      BattleSource battles, List<Rating> absent, Settings settings, Optional<EloBootstrap> drawn) {
    var rule = EloRule.of(settings);
    var values = rule.start(battles.systems().size());
    battles.forEach(
        (left, right, outcome, weight) -> rule.battle(values, left, right, outcome, weight));
    var tally = new Tally(battles.counts());
    var standings = new ArrayList<RankRanges.Standing>();
    var unranked = new ArrayList<Rating>(absent);
    for (var i = 0; i < values.length; i++) {
      var system = battles.systems().get(i);
      if (tally.played(i) > 0) {
        standings.add(standing(system, values[i], i, tally, drawn));
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

  private static RankRanges.Standing standing(
      String name, double value, int system, Tally tally, Optional<EloBootstrap> drawn) {
    var columns = new HashMap<>(tally.columns(system));
    drawn.ifPresent(found -> columns.put("median", found.median(system)));
    return new RankRanges.Standing(
        name, value, drawn.flatMap(found -> found.interval(system)), columns);
  }

  private static Map<String, String> columns() {
    var columns = new HashMap<>(Tally.COLUMNS);
    columns.put("median", "of the resamples of a bootstrap");
    return columns;
  }

  private static Optional<Bootstrap> bootstrap(Settings complete) {
    return complete.text("interval").equals("bootstrap")
        ? Optional.of(Bootstrap.of(complete))
        : Optional.empty();
  }

  private static Settings complete(Settings given) {
    var compat = given.choice("compat", "none", Set.of("none", "fastchat"));
    var rule = EloRule.of(given);
    var complete =
        given
            .with("k", rule.k())
            .with("scale", rule.scale())
            .with("init", rule.init())
            .with("interval", given.choice("interval", "none", Set.of("none", "bootstrap")))
            .with("compat", compat);
    if (compat.equals("fastchat")) {
      FASTCHAT.forEach((name, value) -> requireSame(complete, name, value));
    }
    if (bootstrap(complete).isPresent()) {
      return Bootstrap.of(given).addTo(complete);
    }
    for (var name : List.of("level", "rounds", "seed")) {
      if (given.values().containsKey(name)) {
        throw new IllegalArgumentException(
            "setting '%s' is of interval=bootstrap alone".formatted(name));
      }
    }
    return complete;
  }

  private static void requireSame(Settings settings, String name, String expected) {
    if (!settings.text(name).equals(expected)) {
      throw new IllegalArgumentException(
          "compat=fastchat needs %s=%s: '%s'".formatted(name, expected, settings.text(name)));
    }
  }
}
