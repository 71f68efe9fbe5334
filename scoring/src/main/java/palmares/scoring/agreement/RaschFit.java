package palmares.scoring.agreement;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import palmares.scoring.agreement.ManyFacetRasch.Misfit;
import palmares.scoring.algebra.Cholesky;
import palmares.scoring.ranking.Fit;

/// The maximum of the likelihood of [ManyFacetRasch], by Newton's method with step halving.
///
/// A grade k, counted from 0, has the weight `exp(k (theta - severity) - sum_(h <= k) tau_h)`; with
/// it go the features k, -k, and -1 for each threshold up to k, whose covariances are the
/// curvature.
final class RaschFit {

  private static final int MOST_ITERATIONS = 200;
  private static final double TOLERANCE = 1e-11;

  private final double[][][] counts;
  private final int subjects;
  private final int raters;
  private final int grades;
  private double[] point;
  private Fit fit = new Fit(false, 0, 0);

  /// @param counts by subject, rater and grade
  RaschFit(double[][][] counts) {
    this.counts = counts;
    subjects = counts.length;
    raters = counts[0].length;
    grades = counts[0][0].length;
    point = new double[subjects + raters + grades - 1];
  }

  RaschFit solved() {
    var converged = false;
    var iterations = 0;
    while (!converged && iterations < MOST_ITERATIONS) {
      var gradient = new double[point.length];
      var curvature = new double[point.length][point.length];
      fill(gradient, curvature);
      fixGauge(curvature);
      var factor = Cholesky.of(curvature);
      if (factor.isEmpty()) {
        break;
      }
      var step = factor.get().solve(gradient);
      advance(step);
      converged = largest(step) <= TOLERANCE;
      iterations++;
    }
    var gradient = new double[point.length];
    fill(gradient, new double[point.length][point.length]);
    fit = new Fit(converged, iterations, largest(gradient));
    return this;
  }

  ManyFacetRasch named(List<String> subjectNames, List<String> raterNames) {
    return ManyFacetRasch.of(subjectNames, raterNames, point, misfits(), logLikelihood(point), fit);
  }

  private void advance(double[] step) {
    var before = logLikelihood(point);
    for (var share = 1.0; share > 1e-9; share /= 2) {
      var scale = share;
      var next =
          IntStream.range(0, point.length).mapToDouble(i -> point[i] + scale * step[i]).toArray();
      if (logLikelihood(next) >= before - 1e-12 * Math.abs(before)) {
        point = next;
        return;
      }
    }
  }

  private double logLikelihood(double[] at) {
    var sum = 0.0;
    for (var i = 0; i < subjects; i++) {
      for (var j = 0; j < raters; j++) {
        var chances = chances(at, i, j);
        for (var k = 0; k < grades; k++) {
          sum += counts[i][j][k] > 0 ? counts[i][j][k] * Math.log(chances[k]) : 0;
        }
      }
    }
    return sum;
  }

  private double[] chances(double[] at, int subject, int rater) {
    var logits = new double[grades];
    for (var k = 1; k < grades; k++) {
      logits[k] =
          logits[k - 1] + at[subject] - at[subjects + rater] - at[subjects + raters + k - 1];
    }
    var most = Arrays.stream(logits).max().orElse(0);
    var weights = Arrays.stream(logits).map(each -> Math.exp(each - most)).toArray();
    var sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(each -> each / sum).toArray();
  }

  private void fill(double[] gradient, double[][] curvature) {
    for (var i = 0; i < subjects; i++) {
      for (var j = 0; j < raters; j++) {
        fill(gradient, curvature, i, j);
      }
    }
  }

  /// Adds what one rater said of one subject, which touches few places.
  private void fill(double[] gradient, double[][] curvature, int subject, int rater) {
    var counted = counts[subject][rater];
    var all = Arrays.stream(counted).sum();
    var chances = chances(point, subject, rater);
    var places = places(subject, rater);
    var mean = new double[places.length];
    for (var k = 0; k < grades; k++) {
      for (var a = 0; a < places.length; a++) {
        mean[a] += chances[k] * feature(a, k);
        gradient[places[a]] += counted[k] * feature(a, k);
      }
    }
    for (var a = 0; a < places.length; a++) {
      gradient[places[a]] -= all * mean[a];
      for (var b = 0; b < places.length; b++) {
        for (var k = 0; k < grades; k++) {
          curvature[places[a]][places[b]] +=
              all * chances[k] * (feature(a, k) - mean[a]) * (feature(b, k) - mean[b]);
        }
      }
    }
  }

  /// The subject, the rater, and all thresholds.
  private int[] places(int subject, int rater) {
    var places = new int[grades + 1];
    places[0] = subject;
    places[1] = subjects + rater;
    for (var h = 2; h < places.length; h++) {
      places[h] = subjects + raters + h - 2;
    }
    return places;
  }

  /// How the weight of a grade depends on the subject, the rater or a threshold.
  private static double feature(int place, int grade) {
    return switch (place) {
      case 0 -> grade;
      case 1 -> -grade;
      default -> place - 2 < grade ? -1 : 0;
    };
  }

  /// The sums of severities and of thresholds stay 0.
  private void fixGauge(double[][] curvature) {
    var scale = curvature[0][0];
    for (var i = subjects; i < point.length; i++) {
      for (var j = subjects; j < point.length; j++) {
        curvature[i][j] += i < subjects + raters == j < subjects + raters ? scale : 0;
      }
    }
  }

  private Misfit[] misfits() {
    var squares = new double[subjects + raters];
    var standardised = new double[subjects + raters];
    var variances = new double[subjects + raters];
    var totals = new double[subjects + raters];
    for (var i = 0; i < subjects; i++) {
      for (var j = 0; j < raters; j++) {
        var chances = chances(point, i, j);
        var mean = IntStream.range(0, grades).mapToDouble(k -> k * chances[k]).sum();
        var variance =
            IntStream.range(0, grades).mapToDouble(k -> chances[k] * (k - mean) * (k - mean)).sum();
        for (var place : new int[] {i, subjects + j}) {
          for (var k = 0; k < grades; k++) {
            var square = counts[i][j][k] * (k - mean) * (k - mean);
            squares[place] += square;
            standardised[place] += square / variance;
            variances[place] += counts[i][j][k] * variance;
            totals[place] += counts[i][j][k];
          }
        }
      }
    }
    return IntStream.range(0, squares.length)
        .mapToObj(at -> new Misfit(standardised[at] / totals[at], squares[at] / variances[at]))
        .toArray(Misfit[]::new);
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
