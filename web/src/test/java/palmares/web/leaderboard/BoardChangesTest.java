package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BoardChangesTest {

  @Test
  void whoMovedWhoCameAndWhoLeftIsTold() {
    var before = Boards.of(Boards.at("a", 1), Boards.at("b", 2), Boards.at("gone", 3));
    var after = Boards.of(Boards.at("b", 1), Boards.at("a", 2), Boards.at("new", 3));

    assertThat(BoardChanges.between(before, after).text(5))
        .isEqualTo("b ▲ 1, a ▼ 1; new: new; gone: gone");
  }

  @Test
  void longListsAreCutAndCounted() {
    var after = Boards.of(Boards.at("a", 1), Boards.at("b", 2), Boards.at("c", 3));

    assertThat(BoardChanges.between(Boards.of(), after).text(2)).isEqualTo("new: a, b and 1 more");
  }

  @Test
  void theSameRowsAreNoChange() {
    var board = Boards.of(Boards.at("a", 1));

    assertThat(BoardChanges.between(board, board).text(3)).isEqualTo("no row moved");
  }
}
