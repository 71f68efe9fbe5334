package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.Board.Row;

class BoardFilterTest {

  private static final Instant EARLY = Instant.parse("2026-11-18T10:00:00Z");
  private static final Instant LATE = Instant.parse("2026-11-20T15:00:00Z");

  @Test
  void datesIncludeTheFirstMomentAndEndBeforeTheLast() {
    var board = Boards.of(Boards.sent("early", EARLY), Boards.sent("late", LATE));

    assertThat(BoardFilter.NONE.withDates(EARLY, LATE).of(board))
        .extracting(Row::subject)
        .containsExactly("early");
    assertThat(BoardFilter.NONE.withDates(LATE, null).of(board))
        .extracting(Row::subject)
        .containsExactly("late");
    assertThat(BoardFilter.NONE.withDates(null, EARLY).of(board)).isEmpty();
  }

  @Test
  void rowsThatNobodySentAreLeftOutByAnyDate() {
    var board = Boards.of(Boards.at("evaluator", 1), Boards.sent("late", LATE));

    assertThat(BoardFilter.NONE.of(board)).hasSize(2);
    assertThat(BoardFilter.NONE.withDates(EARLY, null).of(board)).hasSize(1);
    assertThat(BoardFilter.hasDates(board)).isFalse();
  }

  @Test
  void aNewerBoardKeepsOnlyWhatItsReaderCanTakeBack() {
    var board = Boards.of(Boards.at("a", 1));
    var chosen = BoardFilter.NONE.withText("a").withTeam("vision").withKind("endpoint");

    assertThat(chosen.on(board)).isEqualTo(BoardFilter.NONE.withText("a").withTeam("vision"));
  }
}
