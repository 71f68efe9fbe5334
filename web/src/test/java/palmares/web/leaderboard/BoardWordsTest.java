package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoardWordsTest {

  @Test
  void systemsThatCouldAllBeFirstCannotBeToldApart() {
    var board =
        Boards.of(
            Boards.ranked("fusion", 1, 2, 18.1, 1.0, 37.0),
            Boards.ranked("minilm", 1, 2, 12.7, -4.4, 32.5),
            Boards.ranked("lead", 3, 3, -37.7, -41.3, -35.0),
            Boards.unranked("abstain", "26 of 60 missing"));

    assertThat(BoardWords.of(board).lead())
        .isEqualTo(
            "WB-Score formula with category weights, from checklist. Three systems ranked, one"
                + " unranked with the reason, 60 examples. The first two can't be told apart: each"
                + " could be first, their intervals overlap.");
  }

  @Test
  void aClearFirstIsNamed() {
    var board =
        Boards.of(
            Boards.ranked("fusion", 1, 1, 18.1, 15.0, 21.0),
            Boards.ranked("minilm", 2, 2, 2.7, 0.4, 5.5));

    assertThat(BoardWords.of(board).verdict())
        .isEqualTo("fusion is first: no other interval reaches its own.");
  }

  @Test
  void aBoardOfOneOrNoneClaimsNothing() {
    assertThat(BoardWords.of(Boards.of(Boards.ranked("one", 1, 1, 1, 0, 2))).verdict())
        .isEqualTo("There is nothing to compare it with yet.");
    assertThat(BoardWords.of(Boards.of(Boards.unranked("none", "missing"))).verdict())
        .isEqualTo("None has a rank yet.");
    assertThat(BoardWords.of(Boards.of()).lead())
        .isEqualTo("WB-Score formula with category weights, from checklist.");
  }

  @Test
  void theExamplesThatWouldTellTheFirstApartGrowWithTheSquareOfTheOverlap() {
    // Half-widths 10 + 10 over a gap of 10: intervals must halve, which takes 4 x 60 examples.
    var board =
        Boards.of(Boards.ranked("a", 1, 2, 20, 10, 30), Boards.ranked("b", 1, 2, 10, 0, 20));

    assertThat(BoardWords.of(board).whyARange().orElseThrow())
        .startsWith("With examples like these, 95 of 100 repeats")
        .endsWith("About 180 more examples would tell the first from the second.");
  }

  @Test
  void equalSystemsWouldTakeFarMoreThanAnyoneHas() {
    var board =
        Boards.of(Boards.ranked("a", 1, 2, 20, 10, 30), Boards.ranked("b", 1, 2, 19.5, 9, 30));

    assertThat(BoardWords.of(board).whyARange().orElseThrow())
        .endsWith("would take more than 20 times as many examples.");
  }

  @Test
  void withoutAnyIntervalThereIsNoRangeToExplain() {
    assertThat(BoardWords.of(Boards.of(Boards.at("a", 1), Boards.at("b", 2))).whyARange())
        .isEmpty();
  }
}
