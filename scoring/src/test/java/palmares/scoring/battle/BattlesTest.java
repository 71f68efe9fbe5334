package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BattlesTest {

  @Test
  void aSystemCannotMeetItself() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battles.builder().add("a", "a", 1))
        .withMessage("a system cannot meet itself: 'a'");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void anOutcomeIsBetweenZeroAndOne(double outcome) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battles.builder().add("a", "b", outcome))
        .withMessageContaining(String.valueOf(outcome));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aWeightIsPositiveAndFinite(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Battles.builder().add("a", "b", 1, weight))
        .withMessageContaining(String.valueOf(weight));
  }

  @Test
  void eitherAllBattlesNameAClusterOrNone() {
    var builder = Battles.builder().add("a", "b", 1, 1, "e1").add("a", "b", 0);

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("either all battles or none must name a cluster: 1 of 2 do");
  }

  @Test
  void countsAddWeightsAndHalveTies() {
    var battles = Battles.builder().add("a", "b", 1, 2).add("b", "a", 0.5, 3).build();

    var counts = battles.counts();

    assertThat(counts.wins()[0][1]).isEqualTo(3.5);
    assertThat(counts.wins()[1][0]).isEqualTo(1.5);
    assertThat(counts.total()).isEqualTo(5);
  }

  @Test
  void growsBeyondItsFirstArrays() {
    var builder = Battles.builder();
    for (var k = 0; k < 5000; k++) {
      builder.add("s" + k % 10, "t" + k % 7, k % 3 == 0 ? 1 : 0, 1, "c" + k % 11);
    }

    var battles = builder.build();

    assertThat(battles.size()).isEqualTo(5000);
    assertThat(battles.systems()).hasSize(17);
  }
}
