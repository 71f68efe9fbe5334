package palmares.scoring.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import palmares.scoring.ranking.Estimator.Changing;
import palmares.scoring.ranking.Estimator.Fixed;
import palmares.scoring.ranking.Estimator.Unusable;
import palmares.scoring.ranking.Estimator.Usable;
import palmares.scoring.ranking.RankRanges.Standing;
import palmares.scoring.ranking.Rating.Unranked;
import palmares.scoring.ranking.Stakes.ResampledWorth;
import palmares.scoring.ranking.Stakes.Worth;
import palmares.scoring.ranking.TopPicks.Outcome;

/// Ranks estimators by what comes of acting on their best k systems.
final class EvaluatorBoard {

  // An interval from fewer of the resamples would speak for the luckier ones alone.
  private static final double ENOUGH = 0.95;

  private final Stakes stakes;
  private final TopPicks picks;
  private final Bootstrap bootstrap;
  private final int examples;

  EvaluatorBoard(Stakes stakes, TopPicks picks, Bootstrap bootstrap, int examples) {
    this.stakes = stakes;
    this.picks = picks;
    this.bootstrap = bootstrap;
    this.examples = examples;
  }

  List<Rating> ratings(List<Estimator> estimators) {
    var usable = new ArrayList<Usable>();
    var unranked = new ArrayList<Unranked>();
    for (var estimator : estimators) {
      switch (estimator) {
        case Usable own -> usable.add(own);
        case Unusable(var subject, var reason) ->
            unranked.add(new Unranked(subject, reason, Optional.empty(), Map.of()));
      }
    }
    var ratios = resampledRatios(usable);
    var standings = new ArrayList<Standing>();
    var worth = stakes.worth();
    for (var i = 0; i < usable.size(); i++) {
      var estimates = usable.get(i).estimates();
      var outcome = picks.of(estimates, worth.candidates(), worth.baseline());
      var row = new Picked(usable.get(i), outcome, columns(outcome, worth), labels(estimates));
      if (outcome.ratio().isPresent()) {
        standings.add(standing(row, outcome.ratio().getAsDouble(), ratios.get(i)));
      } else {
        unranked.add(row.unranked(undefined()));
      }
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    unranked.sort(Comparator.comparing(Unranked::subject));
    ratings.addAll(unranked);
    return ratings;
  }

  private record Picked(
      Usable estimator, Outcome outcome, Map<String, Double> columns, Map<String, String> labels) {

    private Unranked unranked(String reason) {
      return new Unranked(estimator.subject(), reason, Optional.empty(), columns, labels);
    }
  }

  /// The defined ratios of each estimator over the resamples; none for those that do not change.
  private List<double[]> resampledRatios(List<Usable> estimators) {
    var ratios = estimators.stream().map(own -> DoubleStream.builder()).toList();
    bootstrap.resample(
        examples,
        resamples -> {
          var worth = stakes.worth(resamples);
          for (var i = 0; i < estimators.size(); i++) {
            if (estimators.get(i) instanceof Changing estimator) {
              var estimates = resamples.values(estimator.rows(), estimator.aggregate());
              addRatios(estimates, worth, resamples.size(), ratios.get(i));
            }
          }
        });
    return ratios.stream().map(builder -> builder.build().toArray()).toList();
  }

  private void addRatios(
      double[][] estimates, ResampledWorth worth, int resamples, DoubleStream.Builder ratios) {
    for (var resample = 0; resample < resamples; resample++) {
      picks
          .of(
              column(estimates, resample),
              column(worth.candidates(), resample),
              worth.baseline()[resample])
          .ratio()
          .ifPresent(ratios);
    }
  }

  private static double[] column(double[][] rows, int place) {
    var column = new double[rows.length];
    for (var i = 0; i < rows.length; i++) {
      column[i] = rows[i][place];
    }
    return column;
  }

  private Standing standing(Picked row, double ratio, double[] ratios) {
    var labels = new HashMap<>(row.labels());
    var interval = Optional.<Interval>empty();
    if (row.estimator() instanceof Fixed) {
      labels.put("interval", "none");
    } else if (ratios.length < ENOUGH * bootstrap.rounds()) {
      var undefined = bootstrap.rounds() - ratios.length;
      labels.put(
          "interval", "undefined on %d of %d resamples".formatted(undefined, bootstrap.rounds()));
    } else {
      interval = bootstrap.interval(ratios);
      if (interval.isEmpty()) {
        labels.put("interval", examples == 1 ? "one example" : "constant");
      }
    }
    return new Standing(row.estimator().subject(), ratio, interval, row.columns(), labels);
  }

  private String undefined() {
    return picks.k() == 1
        ? "undefined: one pick has no deviation"
        : "undefined: the " + picks.k() + " picks are worth the same";
  }

  private Map<String, Double> columns(Outcome outcome, Worth worth) {
    var at = "@" + picks.k();
    return Map.of(
        "best" + at,
        outcome.best(),
        "worst" + at,
        outcome.worst(),
        "mean" + at,
        outcome.mean(),
        "std" + at,
        outcome.deviation(),
        "baseline",
        worth.baseline());
  }

  private Map<String, String> labels(double[] estimates) {
    return Map.of("first pick", stakes.firstPick(estimates));
  }
}
