package palmares.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.ReferenceData;

class BordaTest {

  @Test
  void equalsTheCountsOfTwelveSystemsInFiveCategories() {
    var ranking = new Borda().rank(Tables.wildBench(), Tables.SETTINGS);

    for (var row : ReferenceData.csv("rank_aggregation/expected_aggregates.csv")) {
      assertThat(Tables.value(ranking, row.get("model")))
          .isEqualTo(Double.parseDouble(row.get("borda_count")));
    }
  }

  /// Column 0: a and b tie above c, 1.5, 1.5, 0. Column 1: c 2, a 1, b 0.
  @Test
  void tiedSystemsShareTheirPlaces() {
    double[][] values = {{5, 2}, {5, 1}, {4, 3}};

    var ranking = new Borda().rank(Tables.of(List.of("a", "b", "c"), values), Tables.SETTINGS);

    assertThat(Tables.value(ranking, "a")).isEqualTo(2.5);
    assertThat(Tables.value(ranking, "b")).isEqualTo(1.5);
    assertThat(Tables.value(ranking, "c")).isEqualTo(2);
  }

  @Test
  void aGapIsWorseThanAnyValueOrLeavesItsSystemUnranked() {
    double[][] values = {{5, Double.NaN}, {4, 1}, {3, 2}};
    var table = Tables.of(List.of("a", "b", "c"), values);

    var unranked = new Borda().rank(table, Tables.SETTINGS);
    var worst = new Borda().rank(table, Tables.SETTINGS.with("gaps", "worst"));

    assertThat(unranked.ratings().getLast())
        .isInstanceOfSatisfying(
            Rating.Unranked.class, row -> assertThat(row.reason()).isEqualTo("1 of 2 missing"));
    assertThat(Tables.value(worst, "a")).isEqualTo(2); // 2 above, then 0 below all
  }
}
