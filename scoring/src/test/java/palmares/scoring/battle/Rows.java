package palmares.scoring.battle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;

/// Battles and tables for tests, and ways to read rankings.
final class Rows {

  static final String EVALUATOR = "token-f1@1";

  private Rows() {}

  record Row(String left, String right, double outcome, double weight, String cluster) {

    Row mirrored() {
      return new Row(right, left, 1 - outcome, weight, cluster);
    }

    Row renamed(String prefix) {
      return new Row(prefix + left, prefix + right, outcome, weight, cluster);
    }
  }

  static Row win(String left, String right) {
    return new Row(left, right, 1, 1, "");
  }

  static Row tie(String left, String right) {
    return new Row(left, right, 0.5, 1, "");
  }

  static Battles battles(Row... rows) {
    return battles(List.of(rows));
  }

  static Battles battles(List<Row> rows) {
    var builder = Battles.builder();
    for (var row : rows) {
      if (row.cluster().isEmpty()) {
        builder.add(row.left(), row.right(), row.outcome(), row.weight());
      } else {
        builder.add(row.left(), row.right(), row.outcome(), row.weight(), row.cluster());
      }
    }
    return builder.build();
  }

  /// Votes on 8 systems by 12 raters, each pair met in both directions.
  static List<Row> random(long seed) {
    var random = new Random(seed);
    var rows = new ArrayList<Row>();
    for (var k = 0; k < 400; k++) {
      var left = random.nextInt(8);
      var right = (left + 1 + random.nextInt(7)) % 8;
      var chance = 1 / (1 + Math.exp((right - left) / 3.0));
      var draw = random.nextDouble();
      var outcome = random.nextInt(5) == 0 ? 0.5 : draw < chance ? 1 : 0;
      rows.add(new Row("s" + left, "s" + right, outcome, 1 + random.nextInt(3), "r" + k % 12));
    }
    return rows;
  }

  /// Evidence of one evaluator; NaN marks a gap.
  static Evidence evidence(List<String> systems, double[][] values) {
    var examples = new ArrayList<String>();
    for (var k = 0; k < values[0].length; k++) {
      examples.add("e" + k);
    }
    var builder = ScoreTable.builder(systems, examples);
    for (var i = 0; i < values.length; i++) {
      for (var k = 0; k < values[i].length; k++) {
        if (!Double.isNaN(values[i][k])) {
          builder.put(i, k, values[i][k]);
        }
      }
    }
    return new Evidence(
        new TreeMap<>(Map.of(EVALUATOR, builder.build())),
        Map.of(EVALUATOR, 0.0),
        Map.of(),
        Map.of(),
        Map.of());
  }

  static Rating.Ranked ranked(Ranking ranking, String subject) {
    return (Rating.Ranked) rating(ranking, subject);
  }

  static Rating.Unranked unranked(Ranking ranking, String subject) {
    return (Rating.Unranked) rating(ranking, subject);
  }

  static double value(Ranking ranking, String subject) {
    return ranked(ranking, subject).value();
  }

  static double halfWidth(Ranking ranking, String subject) {
    var interval = ranked(ranking, subject).interval().orElseThrow();
    return (interval.high() - interval.low()) / 2;
  }

  private static Rating rating(Ranking ranking, String subject) {
    return ranking.ratings().stream()
        .filter(rating -> rating.subject().equals(subject))
        .findAny()
        .orElseThrow();
  }
}
