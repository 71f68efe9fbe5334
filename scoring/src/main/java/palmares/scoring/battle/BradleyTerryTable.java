package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import palmares.scoring.battle.Uncertainty.Ends;
import palmares.scoring.ranking.Fit;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Rating;

/// One fit of a Bradley-Terry model, turned into the rows of a ranking.
final class BradleyTerryTable {

  static final Map<String, String> COLUMNS = columns();

  private static final double ELO = 400 / Math.log(10);
  private static final double MEAN = 1000;

  /// Half an interval below this many rating points is rounding noise around a constant.
  private static final double CONSTANT = 1e-9;

  /// Stands for "anywhere" where the error of a rating cannot be told.
  private static final double ANYWHERE = 1e300;

  private final List<Rating> absent;
  private final BradleyTerrySettings settings;
  private final List<String> systems;
  private final boolean isClustered;
  private final Tally tally;
  private final Separation separation;
  private final NewtonFit fit;
  private final Optional<Uncertainty> uncertainty;
  private final Optional<Uncertainty> naive;
  private final int anchor; // among the ranked; -1 if none of them is
  private final double shift;

  BradleyTerryTable(BattleSource battles, List<Rating> absent, BradleyTerrySettings settings) {
    this.absent = absent;
    this.settings = settings;
    systems = battles.systems();
    isClustered = battles.isClustered();
    var counts = battles.counts();
    tally = new Tally(counts);
    separation = Separation.of(counts);
    var allRanked = separation.reasons().isEmpty();
    var core = allRanked ? battles : battles.among(separation.ranked());
    var coreCounts = allRanked ? counts : core.counts();
    fit = NewtonFit.of(coreCounts);
    uncertainty = uncertainty(core, coreCounts);
    naive =
        settings.interval() == BradleyTerrySettings.Interval.CLUSTERED && isClustered
            ? errors(core, coreCounts, Errors.Kind.NAIVE)
            : Optional.empty();
    anchor = settings.anchor().map(this::indexOf).orElse(-1);
    shift =
        anchor < 0
            ? MEAN
            : settings.anchor().orElseThrow().rating() - ELO * fit.model().theta()[anchor];
  }

  Fit fit() {
    return fit.fit();
  }

  /// The ranked, best first, then all others by name.
  List<Rating> ratings() {
    var theta = fit.model().theta();
    var standings = new ArrayList<RankRanges.Standing>();
    var names = new ArrayList<String>();
    for (var k = 0; k < theta.length; k++) {
      var system = systems.get(separation.ranked()[k]);
      names.add(system);
      standings.add(new RankRanges.Standing(system, rating(theta[k]), forRanks(k), Map.of()));
    }
    var ratings = new ArrayList<Rating>();
    for (var placed : RankRanges.of(standings)) {
      ratings.add(row(placed, names.indexOf(placed.subject())));
    }
    ratings.addAll(unranked());
    return ratings;
  }

  List<String> notes() {
    var notes = new ArrayList<String>();
    if (!fit.fit().converged()) {
      notes.add(
          "not converged after %d iterations: the numbers are not the maximum"
              .formatted(fit.fit().iterations()));
    }
    if (settings.interval() != BradleyTerrySettings.Interval.NONE) {
      if (!isClustered) {
        notes.add("no battle names a cluster: the interval takes all battles as independent");
      } else if (settings.interval() == BradleyTerrySettings.Interval.NAIVE
          || settings.interval() == BradleyTerrySettings.Interval.BOOTSTRAP) {
        notes.add("interval ignores clusters: battles of one example are taken as independent");
      }
    }
    if (settings.asArenaRank()) {
      notes.add("interval as arena-rank: ridge 1e-5 N, relative to the mean");
    }
    if (!separation.reasons().isEmpty()) {
      notes.add(
          "%d of %d systems in battle have no finite rating and were left out of the fit"
              .formatted(separation.reasons().size(), systems.size()));
    }
    if (settings.anchor().isPresent() && anchor < 0) {
      notes.add(
          "the anchor %s is unranked: ratings are relative to the mean"
              .formatted(settings.anchor().get().system()));
    }
    return notes;
  }

  private Rating.Ranked row(Rating.Ranked placed, int k) {
    var columns = new HashMap<>(tally.columns(separation.ranked()[k]));
    var labels = new HashMap<String, String>();
    uncertainty.ifPresent(known -> columns.put("clusters", (double) known.observations(k)));
    naive
        .map(known -> ends(known, k))
        .filter(Ends::areFinite)
        .ifPresent(ends -> {
          columns.put("naive_low", rating(ends.low()));
          columns.put("naive_high", rating(ends.high()));
        });
    var interval = interval(k, labels);
    return new Rating.Ranked(
        placed.subject(),
        placed.value(),
        interval,
        placed.rank(),
        placed.rankLow(),
        placed.rankHigh(),
        placed.tieGroup(),
        columns,
        labels);
  }

  private Optional<Interval> interval(int k, Map<String, String> labels) {
    if (uncertainty.isEmpty()) {
      return Optional.empty();
    }
    var ends = ends(uncertainty.get(), k);
    if (k == anchor && !settings.asArenaRank()) {
      labels.put("interval", "anchor");
      return Optional.empty();
    }
    if (!ends.areFinite()) {
      labels.put("interval", uncertainty.get().whyInfinite(k));
      return Optional.empty();
    }
    if (ELO * (ends.high() - ends.low()) < 2 * CONSTANT) {
      labels.put("interval", "constant");
      return Optional.empty();
    }
    return Optional.of(new Interval(rating(ends.low()), rating(ends.high()), settings.level()));
  }

  private Optional<Interval> forRanks(int k) {
    return uncertainty
        .map(known -> known.ends(k))
        .map(ends ->
            new Interval(
                Math.max(rating(ends.low()), -ANYWHERE),
                Math.min(rating(ends.high()), ANYWHERE),
                settings.level()));
  }

  /// The ends of a strength, relative to the anchor if there is one.
  private Ends ends(Uncertainty known, int k) {
    if (anchor < 0 || settings.asArenaRank()) {
      return known.ends(k);
    }
    var held = fit.model().theta()[anchor];
    var difference = known.ends(k, anchor);
    return new Ends(held + difference.low(), held + difference.high());
  }

  private double rating(double strength) {
    return shift + ELO * strength;
  }

  private List<Rating> unranked() {
    var unranked = new ArrayList<>(absent);
    separation
        .reasons()
        .forEach((index, reason) ->
            unranked.add(
                new Rating.Unranked(
                    systems.get(index), reason, Optional.empty(), tally.columns(index))));
    unranked.sort((a, b) -> a.subject().compareTo(b.subject()));
    return unranked;
  }

  private Optional<Uncertainty> uncertainty(BattleSource core, PairCounts counts) {
    return switch (settings.interval()) {
      case NONE -> Optional.empty();
      case CLUSTERED -> errors(core, counts, Errors.Kind.CLUSTERED);
      case NAIVE ->
          errors(core, counts, settings.asArenaRank() ? asArenaRank() : Errors.Kind.NAIVE);
      case BOOTSTRAP -> bootstrap(core, false);
      case CLUSTER_BOOTSTRAP -> bootstrap(core, true);
    };
  }

  private Errors.Kind asArenaRank() {
    return settings.isReweighted() ? Errors.Kind.ARENA_RANK_REWEIGHTED : Errors.Kind.ARENA_RANK;
  }

  private Optional<Uncertainty> errors(BattleSource core, PairCounts counts, Errors.Kind kind) {
    return Errors.of(core, counts, fit.model(), kind, settings.level()).map(errors -> errors);
  }

  private Optional<Uncertainty> bootstrap(BattleSource core, boolean clustered) {
    return settings
        .bootstrap()
        .filter(drawn -> separation.ranked().length > 0)
        .map(drawn -> StrengthBootstrap.of(core, fit.model(), clustered, drawn));
  }

  /// The place of the anchor among the ranked, or -1 if it is unranked.
  private int indexOf(BradleyTerrySettings.Anchor wanted) {
    var index = systems.indexOf(wanted.system());
    var isAbsent = absent.stream().anyMatch(rating -> rating.subject().equals(wanted.system()));
    if (index < 0 && !isAbsent) {
      throw new IllegalArgumentException(
          "the anchor '%s' is none of the systems: %s".formatted(wanted.system(), systems));
    }
    for (var k = 0; k < separation.ranked().length; k++) {
      if (separation.ranked()[k] == index) {
        return k;
      }
    }
    return -1;
  }

  private static Map<String, String> columns() {
    var columns = new HashMap<>(Tally.COLUMNS);
    columns.put("clusters", "clusters the system took part in, or battles where none names one");
    columns.put("naive_low", "low end if all battles were taken as independent");
    columns.put("naive_high", "high end if all battles were taken as independent");
    return Map.copyOf(columns);
  }
}
