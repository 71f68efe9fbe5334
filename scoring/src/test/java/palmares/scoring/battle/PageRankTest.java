package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.battle.Rows.battles;
import static palmares.scoring.battle.Rows.win;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.ranking.Settings;

class PageRankTest {

  @ParameterizedTest
  @ValueSource(strings = {"simple", "food", "llmfao"})
  void equalsEvalica(String set) {
    var ranking = new PageRank().rank(EvalicaData.votes(set), Settings.NONE);

    assertThat(ranking.fit().converged()).isTrue();
    EvalicaData.assertEquals(ranking, set, "evalica_pagerank", value -> value, 1e-9);
  }

  /// From b always to a but for a jump, from a, which never lost, anywhere: a = 0.925 b + 0.5 a and
  /// a + b = 1 with damping 0.85, so a = 0.925 / 1.425.
  @Test
  void equalsTheWalkBetweenTwoSystemsByHand() {
    var ranking = new PageRank().rank(battles(win("a", "b")), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isCloseTo(0.925 / 1.425, within(1e-12));
    assertThat(Rows.value(ranking, "b")).isCloseTo(0.5 / 1.425, within(1e-12));
  }

  @Test
  void systemsThatNoChainOfWinsLinksAreRanked() {
    var ranking = new PageRank().rank(battles(win("a", "b"), win("c", "d")), Settings.NONE);

    assertThat(Rows.value(ranking, "a")).isCloseTo(Rows.value(ranking, "c"), within(1e-12));
    assertThat(Rows.value(ranking, "a")).isGreaterThan(Rows.value(ranking, "d"));
  }

  @Test
  void aWalkThatNeverJumpsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new PageRank().rank(battles(win("a", "b")), Settings.of(Map.of("damping", "1"))))
        .withMessageContaining("'damping' must be between 0 and 1: 1.0");
  }
}
