package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.leaderboard.Board;
import palmares.db.testing.TestDatabase;

/// Which submission of a system stands on a board, and what a gap does to it.
class BoardEntryTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final BoardRows rows = new BoardRows(POSTGRES);
  private final BuiltBoards boards = new BuiltBoards(POSTGRES.database());

  @Test
  void leavingTheHardExamplesOutDoesNotMakeATryTheBest() {
    rows.run("picky", "complete", 5.0, 5.0, 6.0);
    rows.run("picky", "complete", 10.0, null, null);
    var id = rows.leaderboard("mean", "best");

    boards.build(id);

    assertThat(boards.board(id).rows().getFirst().value()).isCloseTo(16.0 / 3, within(1e-12));
  }

  @Test
  void aGapOfOursIsProvisionalAndNeverRanked() {
    rows.run("whole", "complete", 5.0, 5.0, 6.0);
    rows.run("unlucky", "partial", 10.0, 10.0);
    var id = rows.leaderboard("mean", "latest");

    boards.build(id);

    var last = boards.board(id).rows().getLast();
    assertThat(last.subject()).isEqualTo("unlucky");
    assertThat(last.rank()).isNull();
    assertThat(last.reason()).startsWith("provisional, 2 of 3 examples");
  }

  @Test
  void aGapOfTheCandidateNeverPays() {
    rows.run("whole", "complete", 5.0, 5.0, 6.0);
    rows.run("picky", "complete", 10.0, null, null);
    var id = rows.leaderboard("mean", "latest");

    boards.build(id);

    var last = boards.board(id).rows().getLast();
    assertThat(last.subject()).isEqualTo("picky");
    assertThat(last.rank()).isNull();
    assertThat(last.reason()).isEqualTo("2 of 3 missing");
    assertThat(last.boundLow()).isCloseTo(4.0, within(1e-12)); // (10 + 1 + 1) / 3
    assertThat(last.boundHigh()).isCloseTo(10.0, within(1e-12));
  }

  @Test
  void theLatestSubmissionStandsUntilItsOwnerChoosesAnother() {
    var first = rows.run("steady", "complete", 5.0, 5.0, 6.0);
    rows.run("steady", "complete", 2.0, 2.0, 2.0);
    var id = rows.leaderboard("mean", "chosen");
    boards.build(id);
    assertThat(boards.board(id).rows().getFirst().value()).isCloseTo(2.0, within(1e-12));

    rows.choose(first);
    boards.build(id);

    var row = boards.board(id).rows().getFirst();
    assertThat(row.value()).isCloseTo(16.0 / 3, within(1e-12));
    assertThat(row.columns()).containsEntry("tries", 2.0);

    rows.withdraw(first);
    boards.build(id);
    assertThat(boards.board(id).rows().getFirst().value()).isCloseTo(2.0, within(1e-12));
  }

  @Test
  void theLatestSubmissionStandsUnlessTheBoardSaysBest() {
    rows.run("improves", "complete", 9.0, 9.0, 9.0);
    rows.run("improves", "complete", 2.0, 2.0, 2.0);
    var latest = rows.leaderboard("mean", "latest");
    var best = rows.leaderboard("wb-score", "best");

    boards.build(latest);
    boards.build(best);

    assertThat(boards.board(latest).rows().getFirst().value()).isCloseTo(2, within(1e-12));
    assertThat(boards.board(best).rows().getFirst().value()).isCloseTo(80, within(1e-12));
    assertThat(boards.board(best).rows().getFirst().columns()).containsEntry("tries", 2.0);
  }

  @Test
  void aWithdrawnSubmissionLeavesTheBoardAndStaysInTheOlderSnapshot() {
    rows.run("stays", "complete", 5.0, 5.0, 6.0);
    var gone = rows.run("goes", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);
    rows.withdraw(gone);

    boards.build(id);

    assertThat(boards.board(id).rows()).extracting(Board.Row::subject).containsExactly("stays");
    assertThat(boards.history(id)).hasSize(2);
    assertThat(boards.history(id).getLast().document()).contains(gone);
  }

  /// Invariant 16: whoever leaves the board leaves it, also if nobody stays.
  @Test
  void theLastSubmissionThatIsWithdrawnLeavesTheBoardToo() {
    var gone = rows.run("goes", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);
    rows.withdraw(gone);

    boards.build(id);

    assertThat(boards.board(id).rows()).isEmpty();
    assertThat(boards.board(id).notes()).contains("no run on this benchmark has ended yet");
    assertThat(boards.history(id)).hasSize(2);
    assertThat(boards.verify(id).differences()).isEmpty();
  }

  @Test
  void whoStaysAloneHasNobodyToBattleWith() {
    var gone = rows.run("goes", "complete", 5.0, 8.0, 6.0);
    rows.run("stays", "complete", 10.0, 2.0, 9.0);
    var id = rows.leaderboard("bradley-terry", "latest");
    boards.build(id);
    assertThat(boards.board(id).rows()).hasSize(2);
    rows.withdraw(gone);

    boards.build(id);

    assertThat(boards.board(id).rows()).extracting(Board.Row::subject).containsExactly("stays");
    assertThat(boards.board(id).rows().getFirst().rank()).isNull();
    assertThat(boards.board(id).rows().getFirst().reason()).isNotBlank();
    assertThat(boards.verify(id).differences()).isEmpty();
  }
}
