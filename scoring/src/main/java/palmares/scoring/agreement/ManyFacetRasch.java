package palmares.scoring.agreement;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import palmares.scoring.ranking.Fit;

/// How good subjects are and how severe raters, told apart: a grade k is given in place of k - 1
/// with log-odds `theta_subject - severity_rater - tau_k`, at the maximum of the likelihood.
/// Severities sum to 0, thresholds sum to 0, so that a subject stands as a rater of mean severity
/// would grade it.
///
/// Source: J. Linacre, Many-Facet Rasch Measurement (1989), rating scale model.
///
/// @param subjects log-odds, by name
/// @param severities log-odds, by rater; who is more severe gives lower grades
/// @param thresholds tau of each grade but the lowest
/// @param misfits of each subject and each rater
public record ManyFacetRasch(
    TreeMap<String, Double> subjects,
    TreeMap<String, Double> severities,
    double[] thresholds,
    TreeMap<String, Misfit> subjectMisfits,
    TreeMap<String, Misfit> raterMisfits,
    double logLikelihood,
    Fit fit) {

  /// The curvature is dense; above this the solution takes minutes.
  private static final int MOST_NAMES = 2_000;

  /// How often a rater gave a subject a grade.
  public record Rating(String subject, String rater, int grade, double count) {
    public Rating {
      if (!(count >= 0) || Double.isInfinite(count)) {
        throw new IllegalArgumentException("a count must be 0 or more and finite: " + count);
      }
    }
  }

  /// How far grades are from what the model expects, 1 being as expected: above, they are noisier.
  ///
  /// @param outfit mean of the squared standardised residuals
  /// @param infit the same weighted by the variance, so that far-off grades count less
  public record Misfit(double outfit, double infit) {}

  /// @throws IllegalArgumentException if there are too many names, there is one grade alone, a
  ///   grade between the least and the greatest was never given, a subject or rater has only least
  ///   or only greatest grades, or the raters do not all hang together by subjects that they share
  public static ManyFacetRasch of(List<Rating> ratings) {
    var subjects = List.copyOf(names(ratings.stream().map(Rating::subject).toList()));
    var raters = List.copyOf(names(ratings.stream().map(Rating::rater).toList()));
    if (subjects.size() + raters.size() > MOST_NAMES) {
      throw new IllegalArgumentException(
          "at most %,d subjects and raters can be told apart: %,d"
              .formatted(MOST_NAMES, subjects.size() + raters.size()));
    }
    var least = ratings.stream().mapToInt(Rating::grade).min().orElse(0);
    var most = ratings.stream().mapToInt(Rating::grade).max().orElse(0);
    if (most == least) {
      throw new IllegalArgumentException("there is one grade alone: " + least);
    }
    var counts = new double[subjects.size()][raters.size()][most - least + 1];
    for (var rating : ratings) {
      counts[Collections.binarySearch(subjects, rating.subject())][
              Collections.binarySearch(raters, rating.rater())][rating.grade() - least] +=
          rating.count();
    }
    RaschChecks.check(counts, subjects, raters, least);
    return new RaschFit(counts).solved().named(subjects, raters);
  }

  private static TreeSet<String> names(List<String> names) {
    return new TreeSet<>(names);
  }

  static ManyFacetRasch of(
      List<String> subjects,
      List<String> raters,
      double[] point,
      Misfit[] misfits,
      double logLikelihood,
      Fit fit) {
    var theta = new TreeMap<String, Double>();
    var severity = new TreeMap<String, Double>();
    var ofSubjects = new TreeMap<String, Misfit>();
    var ofRaters = new TreeMap<String, Misfit>();
    var size = subjects.size();
    for (var i = 0; i < size; i++) {
      theta.put(subjects.get(i), point[i]);
      ofSubjects.put(subjects.get(i), misfits[i]);
    }
    for (var j = 0; j < raters.size(); j++) {
      severity.put(raters.get(j), point[size + j]);
      ofRaters.put(raters.get(j), misfits[size + j]);
    }
    return new ManyFacetRasch(
        theta,
        severity,
        Arrays.copyOfRange(point, size + raters.size(), point.length),
        ofSubjects,
        ofRaters,
        logLikelihood,
        fit);
  }
}
