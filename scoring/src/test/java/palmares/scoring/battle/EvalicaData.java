package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.Ranking;

/// Three sets of votes with the results that Evalica publishes for them.
final class EvalicaData {

  private EvalicaData() {}

  static Battles votes(String set) {
    return SharedData.votes("evalica/" + set + ".csv", "left", "right");
  }

  /// Compares every value of a ranking, once mapped, with a column of the expected results.
  static void assertEquals(
      Ranking ranking, String set, String column, DoubleUnaryOperator value, double tolerance) {
    var rows = SharedData.rows("evalica/expected_" + set + ".csv");
    assertThat(ranking.ratings()).hasSameSizeAs(rows);
    for (var row : rows) {
      var expected = Double.parseDouble(row.get(column));
      Verdict.one(
          "evalica",
          column,
          tolerance,
          value.applyAsDouble(Rows.value(ranking, row.get("model"))),
          expected);
    }
  }
}
