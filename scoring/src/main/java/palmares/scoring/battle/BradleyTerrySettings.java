package palmares.scoring.battle;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import palmares.scoring.ranking.Bootstrap;
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
    Optional<Bootstrap> bootstrap,
    Settings all) {

  /// More resamples move no end that a reader sees.
  private static final int MOST_ROUNDS = 100_000;

  enum Interval {
    CLUSTERED,
    NAIVE,
    BOOTSTRAP,
    CLUSTER_BOOTSTRAP,
    NONE;

    private static Interval of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Set<String> words() {
      return Arrays.stream(values()).map(Interval::word).collect(Collectors.toSet());
    }

    private String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A system whose rating is fixed.
  record Anchor(String system, double rating) {}

  static final Map<String, String> DESCRIBED =
      Map.of(
          "anchor",
              "NAME:RATING fixes a system's rating and makes intervals relative to it"
                  + " (none: the mean of all ratings is 1000)",
          "interval",
              "by the sandwich: clustered, or naive (every battle counts as independent); by fits to"
                  + " resamples: cluster-bootstrap, or bootstrap (of single battles); or none"
                  + " (clustered)",
          "level", "probability that an interval covers (0.95)",
          "rounds", "resamples of a bootstrap, 100 to 100000 (1000)",
          "seed", "of a bootstrap's draws (1)",
          "reweighted",
              "true: a battle weighs 1 / max(battles of its pair, 50); compat=arena-rank only"
                  + " (false)",
          "compat", "arena-rank: row sandwich with ridge 1e-5 N, relative to the mean (none)");

  static final Set<String> NAMES = DESCRIBED.keySet();

  static BradleyTerrySettings of(Settings given) {
    var asArenaRank =
        given.choice("compat", "none", Set.of("none", "arena-rank")).equals("arena-rank");
    var interval =
        Interval.of(
            given.choice("interval", asArenaRank ? "naive" : "clustered", Interval.words()));
    if (asArenaRank && interval != Interval.NAIVE && interval != Interval.NONE) {
      throw new IllegalArgumentException(
          "compat=arena-rank has no %s interval; use interval=naive or interval=none"
              .formatted(interval.word()));
    }
    var isReweighted = given.choice("reweighted", "false", Set.of("true", "false")).equals("true");
    if (isReweighted && !asArenaRank) {
      throw new IllegalArgumentException("reweighted=true is of compat=arena-rank alone");
    }
    var all =
        given
            .with("compat", asArenaRank ? "arena-rank" : "none")
            .with("interval", interval.word())
            .with("level", given.share("level", 0.95));
    var bootstrap = bootstrap(interval, given);
    return new BradleyTerrySettings(
        interval,
        given.share("level", 0.95),
        asArenaRank,
        isReweighted,
        anchor(given.text("anchor", "")),
        bootstrap,
        bootstrap.map(drawn -> drawn.addTo(all)).orElse(all));
  }

  private static Optional<Bootstrap> bootstrap(Interval interval, Settings given) {
    if (interval == Interval.BOOTSTRAP || interval == Interval.CLUSTER_BOOTSTRAP) {
      var bootstrap = Bootstrap.of(given);
      if (bootstrap.rounds() > MOST_ROUNDS) {
        throw new IllegalArgumentException(
            "setting 'rounds' must be %d or less: %d".formatted(MOST_ROUNDS, bootstrap.rounds()));
      }
      return Optional.of(bootstrap);
    }
    for (var name : List.of("rounds", "seed")) {
      if (given.values().containsKey(name)) {
        throw new IllegalArgumentException(
            "setting '%s' is of interval=bootstrap and cluster-bootstrap alone".formatted(name));
      }
    }
    return Optional.empty();
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
