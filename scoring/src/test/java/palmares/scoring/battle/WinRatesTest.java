package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import palmares.scoring.evidence.Evidence;
import palmares.scoring.evidence.ScoreTable;
import palmares.scoring.ranking.Settings;

class WinRatesTest {

  @Test
  void theShareOfExamplesWonCountsTiesAsHalf() {
    var rates = WinRates.of(evidence(), settings());

    // By hand: a against b wins, ties, loses, wins.
    assertThat(rates.systems()).containsExactly("a", "b");
    assertThat(rates.rates()).containsExactly(List.of(0.5, 0.625), List.of(0.375, 0.5));
  }

  @Test
  void valuesWithinTheMarginTie() {
    var rates = WinRates.of(evidence(), settings().with("tie_margin", 1));

    assertThat(rates.rates().getFirst()).containsExactly(0.5, 0.5);
  }

  @Test
  void oneCategoryKeepsOnlyItsExamples() {
    var rates = WinRates.of(evidence().ofCategory("places"), settings());

    assertThat(rates.rates().getFirst()).containsExactly(0.5, 0.75);
  }

  @Test
  void battlesCountByTheirWeightAndWhoNeverMetHasNoRate() {
    var battles =
        Battles.builder().add("a", "b", 1, 3).add("b", "a", 0.5, 1).add("c", "b", 0, 1).build();

    var rates = WinRates.of(battles);

    // By hand: a wins 3 and half of 1 of the weight 4 against b.
    assertThat(rates.systems()).containsExactly("a", "b", "c");
    assertThat(rates.rates().get(0)).containsExactly(0.5, 3.5 / 4, null);
    assertThat(rates.rates().get(1)).containsExactly(0.5 / 4, 0.5, 1.0);
    assertThat(rates.rates().get(2)).containsExactly(null, 0.0, 0.5);
  }

  private static Settings settings() {
    return new Settings(new TreeMap<>(Map.of("evaluator", "m@1")));
  }

  private static Evidence evidence() {
    var table =
        ScoreTable.builder(List.of("a", "b"), List.of("e1", "e2", "e3", "e4"))
            .put(0, 0, 3)
            .put(1, 0, 2)
            .put(0, 1, 2)
            .put(1, 1, 2)
            .put(0, 2, 1)
            .put(1, 2, 2)
            .put(0, 3, 2)
            .put(1, 3, 1)
            .build();
    return new Evidence(
        new TreeMap<>(Map.of("m@1", table)),
        Map.of(),
        Map.of(),
        Map.of(
            "e1", List.of("places"),
            "e2", List.of("places", "names"),
            "e3", List.of("names"),
            "e4", List.of()),
        Map.of());
  }
}
