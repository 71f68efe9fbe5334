package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.ReferenceData;

class CopelandTest {

  @Test
  void equalsTheMajoritiesOfTwelveSystems() {
    var ranking = new Copeland().rank(Tables.wildBench(), Tables.SETTINGS);

    for (var row : ReferenceData.csv("rank_aggregation/expected_aggregates.csv")) {
      assertThat(Tables.value(ranking, row.get("model")))
          .isEqualTo(Double.parseDouble(row.get("copeland")));
    }
    assertThat(ranking.notes()).containsExactly("Condorcet winner: Athene-70B");
  }

  /// Condorcet's circle: a > b > c, b > c > a, c > a > b.
  @Test
  void aCircleHasNoWinner() {
    double[][] values = {{3, 1, 2}, {2, 3, 1}, {1, 2, 3}};

    var ranking = new Copeland().rank(Tables.of(List.of("a", "b", "c"), values), Tables.SETTINGS);

    assertThat(ranking.notes()).first().asString().startsWith("no Condorcet winner");
    assertThat(Tables.value(ranking, "a")).isEqualTo(1);
  }
}
