package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import palmares.scoring.ranking.Interval;
import palmares.scoring.ranking.RankRanges;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Bradley-Terry strengths at equal style: the logit of a win is `theta_left - theta_right + sum_f
/// c_f x_f`, `x_f` the difference of feature f as a share of both sides, divided by its root mean
/// square; maximum likelihood of strengths and coefficients. Equal style is 0, whichever side a
/// system stands on; where a peer is followed, the mean over all battles is taken out before, as it
/// does.
///
/// The coefficients stand in the settings of the ranking. Given there again they are frozen: a new
/// system then changes nobody's correction.
///
/// Source: FastChat `compute_style_control`; arena-rank `contextual_bradley_terry.py`.
public final class StyleControl {

  static final String METHOD = "style-control@1";

  public static final MethodCard CARD =
      new MethodCard(
          "logit P(i beats j) = theta_i - theta_j + sum_f c_f x_f, x_f = (left - right) / (left"
              + " + right) of feature f over its root mean square; maximum likelihood; rating = 1000"
              + " + 400 / ln 10 *"
              + " theta, sum of theta = 0; interval from the sandwich covariance",
          "FastChat rating_systems.py, compute_style_control; arena-rank"
              + " contextual_bradley_terry.py",
          columns(),
          Map.of(
              "coefficients",
                  "NAME:VALUE:MEAN:DEVIATION,... freezes what a feature counts (none: fitted)",
              "interval", "clustered, naive or none (clustered)",
              "level", "probability that an interval covers (0.95)",
              "compat",
                  "both: z-scores for x_f; fastchat: 1 added to the sum of both sides, penalty 0.25"
                      + " on all; arena-rank: penalty 0.5 N on coefficients, pairs of 50 battles or"
                      + " more weigh the same, row sandwich with ridge 1e-5 N (none)"));

  private static final double ELO = 400 / Math.log(10);
  private static final double MEAN = 1000;
  private static final String SINGULAR = "unknown: the information of the fit is singular";

  /// How the peers weigh and penalise.
  private enum Compat {
    NONE,
    FASTCHAT,
    ARENA_RANK
  }

  private StyleControl() {}

  /// @throws IllegalArgumentException if a setting is unknown or out of its range, a feature is the
  ///   same in all battles, or features cannot be told apart or separate the outcomes
  public static Ranking rank(StyledBattles styled, Settings settings) {
    settings.allIn(CARD.settings().keySet());
    var compat = compat(settings);
    var counts = styled.battles().counts();
    var separation = Separation.of(counts);
    var plain = NewtonFit.of(counts.among(separation.ranked())).model().theta();
    var sample = StyleSample.of(styled, separation.ranked(), compat == Compat.FASTCHAT ? 1 : 0);
    var isFrozen = !settings.text("coefficients", "").isEmpty();
    var coefficients =
        isFrozen
            ? StyleCoefficients.parse(settings.text("coefficients"), styled.features())
            : StyleCoefficients.of(styled.features(), sample.shares(), compat != Compat.NONE);
    var weights = compat == Compat.ARENA_RANK ? sample.evened() : sample.weights();
    var problem = sample.problem(coefficients, weights, penalties(sample, compat), plain, isFrozen);
    if (!isFrozen && compat == Compat.NONE) {
      StyleDesign.requireDistinct(problem, styled.features());
    }
    var fit = StyleFit.of(problem);
    requireFinite(fit, styled.features());
    var found = Arrays.copyOfRange(fit.point(), sample.systems(), fit.point().length);
    var interval = interval(settings, compat);
    var reach =
        interval.equals("none")
            ? new double[0]
            : reach(fit, sample, compat, interval.equals("clustered"), settings);
    var complete =
        settings
            .with("coefficients", coefficients.with(found))
            .with("compat", compat.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .with("interval", interval)
            .with("level", settings.share("level", 0.95));
    return new Ranking(
        METHOD,
        complete,
        ratings(styled, separation, fit.point(), plain, reach, complete),
        fit.fit(),
        notes(styled, fit, found, isFrozen, interval));
  }

  private static void requireFinite(StyleFit fit, List<String> features) {
    if (fit.endless().length > 0) {
      throw new IllegalArgumentException(
          "features %s tell every winner: no finite coefficients"
              .formatted(Arrays.stream(fit.endless()).mapToObj(features::get).toList()));
    }
  }

  private static Compat compat(Settings settings) {
    return switch (settings.choice("compat", "none", Set.of("none", "fastchat", "arena-rank"))) {
      case "fastchat" -> Compat.FASTCHAT;
      case "arena-rank" -> Compat.ARENA_RANK;
      default -> Compat.NONE;
    };
  }

  private static String interval(Settings settings, Compat compat) {
    var usual =
        switch (compat) {
          case NONE -> "clustered";
          case FASTCHAT -> "none";
          case ARENA_RANK -> "naive";
        };
    var choice = settings.choice("interval", usual, Set.of("clustered", "naive", "none"));
    if (compat == Compat.FASTCHAT && !choice.equals("none")
        || compat == Compat.ARENA_RANK && choice.equals("clustered")) {
      throw new IllegalArgumentException(
          "interval=%s is not of compat=%s".formatted(choice, settings.text("compat")));
    }
    return choice;
  }

  private static double[] penalties(StyleSample sample, Compat compat) {
    var penalties = new double[sample.systems() + sample.shares().length];
    switch (compat) {
      case NONE -> {}
      case FASTCHAT -> {
        // There a strength is a multiple of ln 10, and the penalty is of that multiple.
        Arrays.fill(penalties, 0.5);
        Arrays.fill(penalties, 0, sample.systems(), 0.5 / (Math.log(10) * Math.log(10)));
      }
      case ARENA_RANK ->
          Arrays.fill(penalties, sample.systems(), penalties.length, sample.weights().length);
    }
    return penalties;
  }

  /// Half the interval of each strength; NaN where a system has one cluster alone, infinite where
  /// the fit says nothing of it.
  private static double[] reach(
      StyleFit fit, StyleSample sample, Compat compat, boolean clustered, Settings settings) {
    var level = settings.share("level", 0.95);
    var spread = sample.spread(fit, clustered);
    var products = spread.products();
    var information = fit.informationOfFree();
    if (compat == Compat.ARENA_RANK) {
      Gauge.ridge(information, 1e-5 * sample.weights().length);
      // The penalty is taken out of the spread of the residuals, not put into the information.
      for (var i = sample.systems(); i < information.length; i++) {
        for (var j = sample.systems(); j < information.length; j++) {
          products[i][j] -= fit.point()[i] * fit.point()[j];
        }
      }
    } else {
      StyleSample.fixGauge(information, sample.systems());
    }
    var sandwich = Sandwich.of(information, products);
    return IntStream.range(0, sample.systems())
        .mapToDouble(i -> {
          var seen = spread.observations(i);
          if (sandwich.isEmpty() || seen < 2) {
            return seen < 2 ? Double.NaN : Double.POSITIVE_INFINITY;
          }
          var variance = sandwich.get().variance(i);
          return compat == Compat.ARENA_RANK
              ? Quantile.normal(0.5 + level / 2) * Math.sqrt(variance)
              : Quantile.reach(level, seen) * Math.sqrt(seen / (seen - 1.0) * variance);
        })
        .toArray();
  }

  private static List<Rating> ratings(
      StyledBattles styled,
      Separation separation,
      double[] point,
      double[] plain,
      double[] reach,
      Settings settings) {
    var tally = new Tally(styled.battles().counts());
    var level = settings.share("level", 0.95);
    var standings = new ArrayList<RankRanges.Standing>();
    for (var k = 0; k < separation.ranked().length; k++) {
      var system = separation.ranked()[k];
      var value = MEAN + ELO * point[k];
      var columns = new HashMap<>(tally.columns(system));
      columns.put("without_style", MEAN + ELO * plain[k]);
      var name = styled.battles().systems().get(system);
      if (k < reach.length && !Double.isFinite(reach[k])) {
        var reason = Double.isNaN(reach[k]) ? Errors.ONE_CLUSTER : SINGULAR;
        standings.add(
            RankRanges.Standing.anywhere(name, value, columns, Map.of("interval", reason)));
      } else {
        Optional<Interval> interval =
            k < reach.length
                ? Optional.of(new Interval(value - ELO * reach[k], value + ELO * reach[k], level))
                : Optional.empty();
        standings.add(new RankRanges.Standing(name, value, interval, columns));
      }
    }
    var ratings = new ArrayList<Rating>(RankRanges.of(standings));
    separation
        .reasons()
        .forEach((index, reason) ->
            ratings.add(
                new Rating.Unranked(
                    styled.battles().systems().get(index),
                    reason,
                    Optional.empty(),
                    tally.columns(index))));
    return ratings;
  }

  private static List<String> notes(
      StyledBattles styled, StyleFit fit, double[] found, boolean isFrozen, String interval) {
    var notes = new ArrayList<String>();
    if (!fit.fit().converged()) {
      notes.add(
          "not converged after %d iterations: the numbers are not the maximum"
              .formatted(fit.fit().iterations()));
    }
    for (var f = 0; f < found.length; f++) {
      notes.add(
          "%s: %.4f logits by deviation%s"
              .formatted(styled.features().get(f), found[f], isFrozen ? ", frozen" : ""));
    }
    if (interval.equals("clustered") && !styled.battles().isClustered()) {
      notes.add("no battle names a cluster: the interval takes all battles as independent");
    }
    return notes;
  }

  private static Map<String, String> columns() {
    var columns = new HashMap<>(Tally.COLUMNS);
    columns.put("without_style", "the rating where style counts nothing");
    return columns;
  }
}
