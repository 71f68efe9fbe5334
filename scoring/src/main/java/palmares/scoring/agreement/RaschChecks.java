package palmares.scoring.agreement;

import java.util.List;
import java.util.stream.IntStream;

/// What [ManyFacetRasch] needs for a finite maximum on one scale.
final class RaschChecks {

  private RaschChecks() {}

  /// @param counts by subject, rater and grade
  static void check(double[][][] counts, List<String> subjects, List<String> raters, int least) {
    var grades = counts[0][0].length;
    for (var k = 0; k < grades; k++) {
      if (sum(counts, -1, -1, k) == 0) {
        throw new IllegalArgumentException("nobody gave the grade " + (least + k));
      }
    }
    for (var i = 0; i < subjects.size(); i++) {
      requireBetween(
          subjects.get(i),
          sum(counts, i, -1, 0),
          sum(counts, i, -1, grades - 1),
          sum(counts, i, -1, -1));
    }
    for (var j = 0; j < raters.size(); j++) {
      requireBetween(
          raters.get(j),
          sum(counts, -1, j, 0),
          sum(counts, -1, j, grades - 1),
          sum(counts, -1, j, -1));
    }
    requireLinked(counts, raters);
  }

  private static void requireBetween(String name, double lowest, double highest, double all) {
    if (lowest == all || highest == all) {
      throw new IllegalArgumentException(
          "'%s' has the %s grade alone: no finite measure"
              .formatted(name, lowest == all ? "lowest" : "highest"));
    }
  }

  private static void requireLinked(double[][][] counts, List<String> raters) {
    var linked = new boolean[raters.size()];
    linked[0] = true;
    for (var round = 0; round < raters.size(); round++) {
      for (var i = 0; i < counts.length; i++) {
        var subject = i;
        if (IntStream.range(0, linked.length)
            .anyMatch(j -> linked[j] && sum(counts, subject, j, -1) > 0)) {
          for (var j = 0; j < linked.length; j++) {
            linked[j] |= sum(counts, subject, j, -1) > 0;
          }
        }
      }
    }
    for (var j = 0; j < linked.length; j++) {
      if (!linked[j]) {
        throw new IllegalArgumentException(
            "no chain of subjects that both graded links '%s' to '%s': no common scale"
                .formatted(raters.get(j), raters.getFirst()));
      }
    }
  }

  /// The counts of a subject, a rater and a grade; of all where the place is -1.
  private static double sum(double[][][] counts, int subject, int rater, int grade) {
    var sum = 0.0;
    for (var i = Math.max(subject, 0); i < (subject < 0 ? counts.length : subject + 1); i++) {
      for (var j = Math.max(rater, 0); j < (rater < 0 ? counts[i].length : rater + 1); j++) {
        for (var k = Math.max(grade, 0); k < (grade < 0 ? counts[i][j].length : grade + 1); k++) {
          sum += counts[i][j][k];
        }
      }
    }
    return sum;
  }
}
