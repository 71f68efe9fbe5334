package palmares.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.scoring.Verdict;
import palmares.scoring.board.WbElo.Battle;
import palmares.scoring.ranking.ReferenceData;

class WbEloTest {

  private static final List<String> MODELS =
      List.of("Phi-3-mini-128k-instruct", "gemma-2b-it", "gpt-3.5-turbo-0125", "reka-edge");

  /// The project's own round in the order of its files; margins, interval and known ratings as in
  /// its four settings.
  @ParameterizedTest
  @CsvSource({
    "'margin=2,tie_margin=2,K=4,dynamic=True,interval=100,init=subset', 2, 100, true",
    "'margin=2,tie_margin=1,K=4,dynamic=False,interval=10,init=subset', 2, 0, true",
    "'margin=3,tie_margin=2,K=4,dynamic=True,interval=16,init=subset', 3, 16, true",
    "'margin=2,tie_margin=1,K=4,dynamic=False,interval=10,init=none', 2, 0, false"
  })
  void equalsARoundOfWildBench(String setting, double margin, int interval, boolean isKnown) {
    Map<String, Double> known =
        isKnown
            ? Map.of("Phi-3-mini-128k-instruct", 1037.0, "gpt-3.5-turbo-0125", 1107.0)
            : Map.of();
    var battles = battles(margin);

    var ratings = new WbElo(4, known, interval).ratings(battles);

    var text = ReferenceData.text("wildbench/expected_wb_elo_single_round.json");
    var part = text.substring(text.indexOf('"' + setting + '"'));
    var elo = part.substring(part.indexOf("\"elo\""));
    assertThat(part).contains("\"votes\": " + battles.size());
    try (var verdict = Verdict.on("wildbench", "WB-Elo, one round", 1e-9)) {
      for (var model : MODELS) {
        var value = elo.split('"' + model + "\": ", 2)[1].split("[,}\n]", 2)[0];
        verdict.compare(model, ratings.get(model), value.strip());
      }
    }
  }

  /// 1000 against 1000, K 4: 1002 and 998; then 998 beats 1200 and would gain 4 p.
  @Test
  void aKnownSystemHeldFastDoesNotMove() {
    var battles = List.of(new Battle("a", "b", 1), new Battle("b", "known", 1));

    var ratings = new WbElo(4, Map.of("known", 1200.0), 0).ratings(battles);

    assertThat(ratings.get("a")).isCloseTo(1002, within(1e-12));
    assertThat(ratings.get("b"))
        .isCloseTo(998 + 4 * (1 - 1 / (1 + Math.pow(10, 202 / 400.0))), within(1e-12));
    assertThat(ratings.get("known")).isEqualTo(1200);
  }

  @Test
  void twoKnownSystemsTellNothing() {
    var known = Map.of("a", 1100.0, "b", 1000.0);

    assertThat(new WbElo(4, known, 1).ratings(List.of(new Battle("a", "b", 0)))).isEqualTo(known);
  }

  @Test
  void whatCannotBeABattleIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Battle("a", "a", 1))
        .withMessage("a system cannot meet itself: 'a'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WbElo(0, Map.of(), 1))
        .withMessageContaining("k must be greater than 0");
  }

  private static List<Battle> battles(double margin) {
    var scores = new HashMap<String, Map<String, Double>>();
    var sessions = new LinkedHashSet<String>();
    for (var model : MODELS) {
      var rows = ReferenceData.csv("wildbench/items/v2.0625__gpt-4o__" + model + ".csv");
      rows.forEach(row -> sessions.add(row.get("session_id")));
      scores.put(
          model,
          rows.stream()
              .filter(row -> row.get("empty").equals("0") && row.get("truncated").equals("0"))
              .collect(
                  Collectors.toMap(
                      row -> row.get("session_id"), row -> Double.parseDouble(row.get("score")))));
    }
    var battles = new ArrayList<Battle>();
    for (var session : sessions) {
      for (var i = 0; i < MODELS.size(); i++) {
        for (var j = i + 1; j < MODELS.size(); j++) {
          var left = scores.get(MODELS.get(i)).get(session);
          var right = scores.get(MODELS.get(j)).get(session);
          if (left != null && right != null) {
            var lead = left - right;
            var outcome = Math.abs(lead) < margin ? 0.5 : lead > 0 ? 1 : 0;
            battles.add(new Battle(MODELS.get(i), MODELS.get(j), outcome));
          }
        }
      }
    }
    return battles;
  }
}
