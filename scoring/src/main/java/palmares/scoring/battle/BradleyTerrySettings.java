package palmares.scoring.battle;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import palmares.scoring.ranking.Settings;

/// The settings of [BradleyTerry], checked.
///
/// @param all everything the numbers depend on, defaults included
record BradleyTerrySettings(
    Interval interval,
    double level,
    boolean asArenaRank,
    boolean isReweighted,
    Optional<Anchor> anchor,
    Settings all) {

  enum Interval {
    CLUSTERED,
    NAIVE,
    NONE
  }

  /// A system whose rating is fixed.
  record Anchor(String system, double rating) {}

  static final Map<String, String> DESCRIBED =
      Map.of(
          "anchor",
              "NAME:RATING fixes a system's rating and makes intervals relative to it"
                  + " (none: the mean of all ratings is 1000)",
          "interval", "clustered, naive (every battle counts as independent) or none (clustered)",
          "level", "probability that an interval covers (0.95)",
          "reweighted",
              "true: a battle weighs 1 / max(battles of its pair, 50); compat=arena-rank only"
                  + " (false)",
          "compat", "arena-rank: row sandwich with ridge 1e-5 N, relative to the mean (none)");

  static final Set<String> NAMES = DESCRIBED.keySet();

  static BradleyTerrySettings of(Settings given) {
    var asArenaRank =
        given.choice("compat", "none", Set.of("none", "arena-rank")).equals("arena-rank");
    var interval =
        given.choice(
            "interval", asArenaRank ? "naive" : "clustered", Set.of("clustered", "naive", "none"));
    if (asArenaRank && interval.equals("clustered")) {
      throw new IllegalArgumentException(
          "compat=arena-rank has no clustered interval; use interval=naive or interval=none");
    }
    var isReweighted = given.choice("reweighted", "false", Set.of("true", "false")).equals("true");
    if (isReweighted && !asArenaRank) {
      throw new IllegalArgumentException("reweighted=true is of compat=arena-rank alone");
    }
    var level = given.number("level", 0.95);
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("setting 'level' must be in (0, 1): " + level);
    }
    var all =
        given
            .with("compat", asArenaRank ? "arena-rank" : "none")
            .with("interval", interval)
            .with("level", level);
    var kind =
        switch (interval) {
          case "clustered" -> Interval.CLUSTERED;
          case "naive" -> Interval.NAIVE;
          default -> Interval.NONE;
        };
    return new BradleyTerrySettings(
        kind, level, asArenaRank, isReweighted, anchor(given.text("anchor", "")), all);
  }

  private static Optional<Anchor> anchor(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    var colon = text.lastIndexOf(':');
    var message = "setting 'anchor' must be NAME:RATING, such as gpt-4:1000: '" + text + "'";
    if (colon < 1) {
      throw new IllegalArgumentException(message);
    }
    try {
      var rating = Double.parseDouble(text.substring(colon + 1));
      if (!Double.isFinite(rating)) {
        throw new IllegalArgumentException(message);
      }
      return Optional.of(new Anchor(text.substring(0, colon), rating));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(message, e);
    }
  }
}
