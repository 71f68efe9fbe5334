package palmares.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import palmares.scoring.Verdict;
import palmares.scoring.battle.Battles;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.ReferenceData;

class ArenaHardTest {

  /// The project's own code stops at a tolerance and rounds to two decimals.
  @Test
  void equalsTheScoresOfArenaHard() {
    var battles = Battles.builder();
    for (var row : ReferenceData.csv("arena_hard_battles/battles.csv")) {
      var winner = row.get("winner");
      var outcome = winner.equals("model_a") ? 1 : winner.equals("model_b") ? 0 : 0.5;
      battles.add(row.get("model_a"), row.get("model_b"), outcome, 1, row.get("question_id"));
    }

    var ranking = ArenaHard.rank(battles.build(), "claude-3-haiku-20240307", 0.95);

    try (var verdict = Verdict.on("arena_hard_battles", "Arena-Hard score, %", 0.05)) {
      for (var row : ReferenceData.csv("arena_hard_battles/expected_arena_hard_score.csv")) {
        var model = row.get("model");
        verdict.compare(model, ranked(ranking, model).value(), row.get("score_vs_baseline_pct"));
      }
    }
  }

  /// 3 wins of 4: rating 400 log10 3 above the baseline, 75 per cent.
  @Test
  void aScoreIsTheRateOfWinsAgainstTheBaseline() {
    var battles = Battles.builder();
    for (var k = 0; k < 40; k++) {
      battles.add("new", "base", k % 4 == 0 ? 0 : 1, 1, "q" + k);
    }

    var row = ranked(ArenaHard.rank(battles.build(), "base", 0.95), "new");

    assertThat(row.value()).isCloseTo(75, within(1e-9));
    assertThat(row.columns().get("rating")).isCloseTo(1000 + 400 * Math.log10(3), within(1e-8));
    assertThat(row.interval().orElseThrow().low()).isBetween(50.0, 65.0);
    assertThat(row.interval().orElseThrow().high()).isBetween(85.0, 90.0);
  }

  /// All battles of `few` are about one question: nobody knows how it does on others.
  @Test
  void aSystemOfOneClusterMayHaveAnyRank() {
    var battles = Battles.builder();
    for (var k = 0; k < 40; k++) {
      battles.add("many", "base", k % 4 == 0 ? 0 : 1, 1, "q" + k);
    }
    for (var k = 0; k < 4; k++) {
      battles.add("few", "base", k == 0 ? 1 : 0, 1, "q0");
    }

    var row = ranked(ArenaHard.rank(battles.build(), "base", 0.95), "few");

    assertThat(row.interval()).isEmpty();
    assertThat(row.labels())
        .containsEntry("interval", "unknown: all its battles are in one cluster");
    assertThat(row.rank()).isEqualTo(3);
    assertThat(row.rankLow()).isEqualTo(1);
  }

  @Test
  void aBaselineThatCannotMeasureIsRefused() {
    var battles = Battles.builder().add("a", "base", 1).add("a", "b", 1).add("b", "a", 1).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArenaHard.rank(battles, "base", 0.95))
        .withMessageContaining("the baseline 'base' has no finite rating");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArenaHard.rank(battles, "c", 0.95))
        .withMessageContaining("'c' is none of the systems");
  }

  private static Rating.Ranked ranked(Ranking ranking, String system) {
    return ranking.ratings().stream()
        .filter(rating -> rating.subject().equals(system))
        .map(Rating.Ranked.class::cast)
        .findAny()
        .orElseThrow();
  }
}
