package palmares.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.RankRanges.Standing;
import palmares.scoring.ranking.Rating.Ranked;

class RankRangesTest {

  @Test
  void rangesComeFromTheIntervalsThatReachIntoEachOther() {
    var standings =
        List.of(of("d", 1, 0, 2), of("b", 8, 6, 10), of("a", 10, 9, 11), of("c", 5, 3, 6.5));

    var ranked = RankRanges.of(standings);

    // by hand: a and b overlap, b and c overlap, a and c do not, d is apart
    assertThat(ranked)
        .extracting(Ranked::subject, Ranked::rank, Ranked::rankLow, Ranked::rankHigh)
        .containsExactly(
            tuple("a", 1, 1, 2), tuple("b", 2, 1, 3), tuple("c", 3, 2, 3), tuple("d", 4, 4, 4));
  }

  @Test
  void aTieGroupTakesThoseThatReachUpToItsFirst() {
    var standings =
        List.of(of("a", 10, 9, 11), of("b", 8, 6, 10), of("c", 5, 3, 6.5), of("d", 4, 2, 7));

    assertThat(RankRanges.of(standings))
        .extracting(Ranked::tieGroup)
        .as("c overlaps b, yet not a, the first of its group")
        .containsExactly(1, 1, 2, 2);
  }

  @Test
  void withoutIntervalsOnlyEqualValuesShareARange() {
    var standings = List.of(point("b", 3), point("a", 3), point("c", 1));

    assertThat(RankRanges.of(standings))
        .extracting(
            Ranked::subject, Ranked::rank, Ranked::rankLow, Ranked::rankHigh, Ranked::tieGroup)
        .containsExactly(tuple("a", 1, 1, 2, 1), tuple("b", 1, 1, 2, 1), tuple("c", 3, 3, 3, 2));
  }

  @Test
  void aPointInsideTheIntervalOfAnotherSharesItsRange() {
    var standings = List.of(of("a", 10, 4, 16), point("b", 5));

    assertThat(RankRanges.of(standings))
        .extracting(Ranked::rankLow, Ranked::rankHigh)
        .containsExactly(tuple(1, 2), tuple(1, 2));
  }

  @Test
  void theRangeHoldsTheRankEvenWhereAnIntervalLeavesOutItsValue() {
    var standings = List.of(of("a", 10, 1, 2), of("b", 5, 4, 6));

    assertThat(RankRanges.of(standings))
        .extracting(Ranked::rank, Ranked::rankLow, Ranked::rankHigh)
        .containsExactly(tuple(1, 1, 2), tuple(2, 1, 2));
  }

  @Test
  void nobodyToRankGivesAnEmptyList() {
    assertThat(RankRanges.of(List.of())).isEmpty();
  }

  private static Standing of(String subject, double value, double low, double high) {
    return new Standing(subject, value, Optional.of(new Interval(low, high, 0.95)), Map.of());
  }

  private static Standing point(String subject, double value) {
    return new Standing(subject, value, Optional.empty(), Map.of());
  }
}
