package palmares.launcher.agree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import palmares.launcher.table.Report;
import palmares.launcher.terminal.CommandFailure;
import palmares.scoring.agreement.ManyFacetRasch;
import palmares.scoring.agreement.ManyFacetRasch.Misfit;
import palmares.scoring.agreement.ManyFacetRasch.Rating;

/// Severities of raters told from how good subjects are: a table of its own, since it is not one
/// number.
final class RaschReport {

  static final String WORD = "rasch";

  static final String DESCRIPTION =
      "alone: severities of raters and measures of items, or of --group; Linacre 1989";

  private static final List<String> COLUMNS =
      List.of("facet", "name", "measure", "infit", "outfit", "reason");

  private RaschReport() {}

  static Report of(RatingFile file) {
    file.requireNumbers(WORD);
    var ratings = ratings(file);
    var extremes = extremes(ratings);
    var measured = ratings.stream().filter(each -> !extremes.containsKey(each.subject())).toList();
    if (measured.isEmpty()) {
      throw CommandFailure.badInput(
          "rasch: every subject has the lowest or the highest grade alone: no finite measure");
    }
    try {
      return report(ManyFacetRasch.of(measured), extremes);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.badInput("rasch: " + e.getMessage(), e);
    }
  }

  private static Report report(ManyFacetRasch found, Map<String, String> extremes) {
    var rows = new ArrayList<List<@Nullable Object>>();
    found
        .severities()
        .forEach(
            (name, value) -> rows.add(row("rater", name, value, found.raterMisfits().get(name))));
    found
        .subjects()
        .forEach((name, value) ->
            rows.add(row("subject", name, value, found.subjectMisfits().get(name))));
    extremes.forEach(
        (name, reason) -> rows.add(Arrays.asList("subject", name, null, null, null, reason)));
    for (var k = 0; k < found.thresholds().length; k++) {
      rows.add(row("threshold", "" + (k + 1), found.thresholds()[k], null));
    }
    return new Report(
        "many-facet-rasch@1", Map.of(), Optional.of(found.fit()), COLUMNS, rows, notes(found));
  }

  private static List<String> notes(ManyFacetRasch found) {
    var meaning =
        "log-odds; who is more severe gives lower grades, severities sum to 0; infit and outfit"
            + " above 1: noisier than the model expects";
    return found.fit().converged()
        ? List.of(meaning)
        : List.of(
            "not converged: these are not the maximum, as where all grades go by one order",
            meaning);
  }

  private static List<@Nullable Object> row(
      String facet, String name, double measure, @Nullable Misfit misfit) {
    return Arrays.asList(
        facet,
        name,
        measure,
        misfit == null ? null : misfit.infit(),
        misfit == null ? null : misfit.outfit(),
        null);
  }

  private static List<Rating> ratings(RatingFile file) {
    var ratings = new ArrayList<Rating>();
    for (var item = 0; item < file.items().length; item++) {
      for (var rater = 0; rater < file.raters().size(); rater++) {
        var text = file.items()[item][rater];
        if (!text.isEmpty()) {
          ratings.add(new Rating(file.subject(item), file.raters().get(rater), grade(text), 1));
        }
      }
    }
    return ratings;
  }

  private static int grade(String text) {
    var grade = Double.parseDouble(text);
    if (grade != Math.rint(grade) || Math.abs(grade) > 1000) {
      throw CommandFailure.badInput("rasch needs whole grades up to 1000: '" + text + "'");
    }
    return (int) grade;
  }

  /// Subjects with the lowest or the highest grade alone, whose measure would be infinite.
  private static Map<String, String> extremes(List<Rating> ratings) {
    var least = ratings.stream().mapToInt(Rating::grade).min().orElse(0);
    var most = ratings.stream().mapToInt(Rating::grade).max().orElse(0);
    var grades = new HashMap<String, int[]>();
    for (var rating : ratings) {
      var range =
          grades.computeIfAbsent(
              rating.subject(), name -> new int[] {rating.grade(), rating.grade()});
      range[0] = Math.min(range[0], rating.grade());
      range[1] = Math.max(range[1], rating.grade());
    }
    var extremes = new TreeMap<String, String>();
    grades.forEach((name, range) -> {
      if (range[0] == most) {
        extremes.put(name, "has the highest grade alone");
      } else if (range[1] == least) {
        extremes.put(name, "has the lowest grade alone");
      }
    });
    return extremes;
  }
}
