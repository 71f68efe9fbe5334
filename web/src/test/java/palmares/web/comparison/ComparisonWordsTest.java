package palmares.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.comparison.Comparison;
import palmares.contract.comparison.Comparison.Paired;
import palmares.contract.comparison.Comparison.Side;
import palmares.contract.comparison.Comparison.Tally;

class ComparisonWordsTest {

  @Test
  void aRareDifferenceSaysWhoIsBetterAndByHowMuch() {
    var words = of(whole(805), paired(805, 0.12, 0.05, 0.19, 0.003), null);

    assertThat(words.lead())
        .isEqualTo("A is better by 0.12 [0.05, 0.19] on the 805 examples that both answered.");
    assertThat(words.chance())
        .startsWith(
            "A difference this large, to either side, would be seen in 3 of 1,000 cases if a coin had decided, for each example, which score is whose.");
    assertThat(words.gaps()).isEmpty();
  }

  @Test
  void theIntervalIsThatOfWhoIsBetter() {
    var words = of(whole(10), paired(10, -0.5, -0.75, -0.25, 0.01), null);

    assertThat(words.lead()).startsWith("B is better by 0.5 [0.25, 0.75]");
  }

  @Test
  void aDifferenceThatChanceGivesOftenTellsNobodyApart() {
    assertThat(of(whole(10), paired(10, 0.1, -0.2, 0.4, 0.61), null).lead())
        .startsWith("The two can't be told apart: A is ahead by 0.1 [−0.2, 0.4]");
  }

  @Test
  void whoLeftGapsIsNotCalledBetterForTheRest() {
    var tally = new Tally(10, 6, 1, 3, 0, 0);

    assertThat(of(tally, paired(6, 0.5, 0.3, 0.7, 0.001), null).lead())
        .isEqualTo(
            "A is ahead by 0.5 [0.3, 0.7] on the 6 examples that both answered. The examples that only one of them answered are not in this, so it does not say who is better.");
    assertThat(
            of(tally, paired(6, 0.5, 0.3, 0.7, 0.001), paired(10, -0.2, -0.3, -0.1, 0.02)).lead())
        .isEqualTo("B is better by 0.2 [0.1, 0.3] on all 10 examples.");
  }

  @Test
  void whatWasNotEvaluatedIsSaidToCountNowhere() {
    assertThat(of(new Tally(11, 10, 0, 0, 0, 1), paired(10, 0.1, 0, 0.2, 0.04), null).gaps())
        .isEqualTo(
            "1 example could not be evaluated for one of them, by no fault of its own, and count nowhere.");
  }

  @Test
  void nothingToCompareAndNoDifferenceAreSaidInWords() {
    var same = new Paired(9, 1, 1, 0, null, null, 0.95, 0, 0, 9, 1, 0, 1, false);

    assertThat(of(whole(9), same, null).lead())
        .isEqualTo("They score the same on the 9 examples that both answered.");
    assertThat(of(whole(9), same, null).chance()).isEmpty();
    assertThat(of(new Tally(9, 0, 4, 5, 0, 0), null, null).lead())
        .isEqualTo("There is no example that both answered, so nothing says who is better.");
  }

  @Test
  void probabilitiesAreSaidAsCases() {
    assertThat(ComparisonWords.cases(1)).isEqualTo("every case");
    assertThat(ComparisonWords.cases(0.612)).isEqualTo("61 of 100 cases");
    assertThat(ComparisonWords.cases(0.012)).isEqualTo("12 of 1,000 cases");
    assertThat(ComparisonWords.cases(0.0001)).isEqualTo("1 of 10,000 cases");
    assertThat(ComparisonWords.cases(3e-9)).isEqualTo("fewer than 1 of 10,000 cases");
  }

  @Test
  void sidesOfOneNameAreToldApart() {
    var first = new Side("0193-aaaaaa", "x", 1, "t", "outputs");
    var second = new Side("0193-bbbbbb", "x", 2, "t", "outputs");
    var again = new Side("0193-cccccc", "x", 1, "t", "outputs");

    assertThat(SideNames.of(between(first, second)))
        .isEqualTo(new SideNames("x version 1", "x version 2"));
    assertThat(SideNames.of(between(first, again)))
        .isEqualTo(new SideNames("x …aaaaaa", "x …cccccc"));
  }

  private static Comparison between(Side left, Side right) {
    return new Comparison(
        "b",
        "1",
        left,
        right,
        "e@1",
        List.of("e@1"),
        null,
        whole(1),
        0,
        null,
        null,
        null,
        List.of(),
        null);
  }

  private static ComparisonWords of(
      Tally tally, @Nullable Paired answered, @Nullable Paired withGaps) {
    return ComparisonWords.of(
        new Comparison(
            "b",
            "1",
            new Side("s-a", "A", 1, "t", "outputs"),
            new Side("s-b", "B", 1, "t", "outputs"),
            "e@1",
            List.of("e@1"),
            null,
            tally,
            0,
            withGaps == null ? null : 0.0,
            answered,
            withGaps,
            List.of(),
            null));
  }

  private static Tally whole(int examples) {
    return new Tally(examples, examples, 0, 0, 0, 0);
  }

  private static Paired paired(int examples, double difference, double low, double high, double p) {
    return new Paired(
        examples, 1, 1 - difference, difference, low, high, 0.95, 3, 2, 1, p, 0, p, false);
  }
}
