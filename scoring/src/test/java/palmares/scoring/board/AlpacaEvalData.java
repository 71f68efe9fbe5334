package palmares.scoring.board;

import java.util.List;
import java.util.Map;
import palmares.scoring.board.LengthControlFit.Rows;
import palmares.scoring.ranking.ReferenceData;

/// AlpacaEval 2 as published, apart from the models that cannot be controlled for length.
final class AlpacaEvalData {

  private AlpacaEvalData() {}

  static List<Map<String, String>> models() {
    return ReferenceData.csv("alpacaeval2/expected_leaderboard.csv").stream()
        .filter(row -> !row.get("noreg_C").isEmpty())
        .toList();
  }

  /// Difficulties are joined by the number of the row, as the published numbers were.
  static Rows rows(String model) {
    var rows = ReferenceData.csv("alpacaeval2/prefs/" + model + ".csv");
    var difficulties = ReferenceData.csv("alpacaeval2/instruction_difficulty.csv");
    return new Rows(
        rows.stream().map(row -> row.get("index")).toList(),
        rows.stream().mapToDouble(row -> number(row, "preference") - 1).toArray(),
        rows.stream().mapToDouble(row -> number(row, "len_1") - number(row, "len_2")).toArray(),
        rows.stream()
            .mapToDouble(row ->
                number(
                    difficulties.get(Integer.parseInt(row.get("index"))), "instruction_difficulty"))
            .toArray());
  }

  static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
