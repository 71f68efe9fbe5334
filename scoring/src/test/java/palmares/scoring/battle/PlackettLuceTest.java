package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.Verdict;
import palmares.scoring.battle.PlackettLuce.Choice;
import palmares.scoring.ranking.Ranking;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.ReferenceData;
import palmares.scoring.ranking.Settings;

class PlackettLuceTest {

  private static final double ELO = 400 / Math.log(10);
  private static final Pattern LIST = Pattern.compile("\\[([-0-9., e]+)\\]");

  /// choix's own test data: pairs and orders of any length, with its maximum-likelihood estimates.
  @ParameterizedTest
  @ValueSource(strings = {"pairwise-1", "pairwise-2", "rankings-1", "rankings-2"})
  void equalsTheEstimatesOfChoix(String name) {
    var text = ReferenceData.text("choix/testcase-" + name + ".json");
    var data = text.substring(text.indexOf("\"data\""), text.indexOf("\"ml_est\""));

    var ranking = PlackettLuce.rank(choices(lists(data)));

    // Those of rankings-2 stop 2.7e-5 short of the maximum, see below.
    assertEstimates(ranking, lists(text.substring(text.indexOf("\"ml_est\""))).getFirst(), 3e-5);
  }

  /// choix, rankings-2: the maximum by Newton's method in numpy, largest derivative 2e-16.
  @Test
  void equalsTheMaximumByNewtonsMethod() {
    var orders = List.of(List.of("0", "1", "2"), List.of("3", "2", "0"), List.of("1", "3"));

    var ranking = PlackettLuce.rank(choices(orders));

    assertEstimates(
        ranking, List.of("-0.44330849", "0.69506787", "-0.67060957", "0.41885019"), 1e-8);
  }

  /// choix, testcase-top1-2: 0 of {0, 1}, 1 of {1, 2}, 2 of {0, 1, 2}.
  @Test
  void equalsTheEstimatesOfChoixForTheBestOfASet() {
    var ranking =
        PlackettLuce.rank(
            List.of(
                new Choice("0", List.of("1")),
                new Choice("1", List.of("2")),
                new Choice("2", List.of("0", "1"))));

    assertEstimates(ranking, List.of("0.16040395", "-0.32080789", "0.16040394"), 1e-6);
  }

  @Test
  void equalsChoixOnFourHundredPartialOrders() {
    var orders = lists(ReferenceData.text("plackett_luce/rankings.json"));
    var expected = ReferenceData.text("plackett_luce/expected_pl.json");

    var ranking = PlackettLuce.rank(choices(orders));

    assertThat(ranking.fit().converged()).isTrue();
    assertEstimates(
        ranking,
        lists(expected.substring(expected.indexOf("\"mm\"")).replaceAll("\\s", "")).getFirst(),
        1e-6);
  }

  @Test
  void equalsBradleyTerryOnPairs() {
    var rows = Rows.random(5).stream().filter(row -> row.outcome() != 0.5).toList();
    var single = new ArrayList<Rows.Row>();
    rows.forEach(row -> single.add(new Rows.Row(row.left(), row.right(), row.outcome(), 1, "")));
    var choices =
        single.stream()
            .map(row ->
                row.outcome() == 1
                    ? new Choice(row.left(), List.of(row.right()))
                    : new Choice(row.right(), List.of(row.left())))
            .toList();

    var ranking = PlackettLuce.rank(choices);
    var pairs = new BradleyTerry().rank(Rows.battles(single), Settings.NONE);

    for (var rating : pairs.ratings()) {
      assertThat(Rows.value(ranking, rating.subject()))
          .isCloseTo(Rows.value(pairs, rating.subject()), within(1e-6));
    }
  }

  @Test
  void whoIsAlwaysChosenHasNoFiniteRating() {
    var orders = List.of(List.of("top", "a", "b"), List.of("top", "b", "a"));

    var ranking = PlackettLuce.rank(choices(orders));

    assertThat(ranking.ratings().getLast())
        .isInstanceOfSatisfying(
            Rating.Unranked.class, row -> assertThat(row.reason()).isEqualTo(Separation.WON_ALL));
    assertThat(Rows.value(ranking, "a")).isCloseTo(1000, within(1e-9));
  }

  @Test
  void aSystemTwiceInAnOrderIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlackettLuce.choices(List.of("a", "b", "a")))
        .withMessageContaining("each once");
  }

  private static List<Choice> choices(List<List<String>> orders) {
    return orders.stream().flatMap(order -> PlackettLuce.choices(order).stream()).toList();
  }

  private static void assertEstimates(Ranking ranking, List<String> expected, double tolerance) {
    for (var k = 0; k < expected.size(); k++) {
      Verdict.one(
          "choix, plackett_luce",
          "Plackett-Luce",
          tolerance,
          (Rows.value(ranking, "" + k) - 1000) / ELO,
          Double.parseDouble(expected.get(k)));
    }
  }

  private static List<List<String>> lists(String text) {
    return LIST.matcher(text)
        .results()
        .map(found -> List.of(found.group(1).split(",\\s*")))
        .toList();
  }
}
