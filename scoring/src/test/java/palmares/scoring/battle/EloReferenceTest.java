package palmares.scoring.battle;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.ranking.Settings;

/// Real votes with results by other people's code.
class EloReferenceTest {

  private static final Settings FASTCHAT = Settings.of(Map.of("compat", "fastchat"));

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "evalica/llmfao.csv, left, right, evalica/expected_llmfao.csv",
    "evalica/food.csv, left, right, evalica/expected_food.csv",
    "evalica/simple.csv, left, right, evalica/expected_simple.csv",
    "arena_hard_battles/battles.csv, model_a, model_b, arena_hard_battles/expected_battles.csv"
  })
  void equalsFastChatAndEvalicaInRowOrder(
      String votes, String left, String right, String expected) {
    var battles = SharedData.votes(votes, left, right);

    var slow = new Elo().rank(battles, FASTCHAT);
    var fast = new Elo().rank(battles, Settings.of(Map.of("k", "32")));

    for (var row : SharedData.rows(expected)) {
      var system = row.get("model");
      Verdict.one(
          "evalica, arena_hard_battles",
          "Elo, fastchat K 4",
          1e-8,
          Rows.value(slow, system),
          Double.parseDouble(row.get("fastchat_elo_K4")));
      Verdict.one(
          "evalica, arena_hard_battles",
          "Elo, evalica",
          1e-8,
          Rows.value(slow, system),
          Double.parseDouble(row.get("evalica_elo_default")));
      Verdict.one(
          "evalica, arena_hard_battles",
          "Elo, fastchat K 32",
          1e-8,
          Rows.value(fast, system),
          Double.parseDouble(row.get("fastchat_elo_K32")));
    }
  }
}
