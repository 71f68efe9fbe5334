package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.leaderboard.Board;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.testing.TestDatabase;

class LeaderboardBuilderTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final BoardRows rows = new BoardRows(POSTGRES);
  private final BuiltBoards boards = new BuiltBoards(POSTGRES.database());

  @Test
  void endedRunsAreRankedByTheFormulaOfTheBenchmark() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");

    boards.build(id);

    // By hand: places (10-5)*2 = 10, names (8.5-5)*2 = 7; (1*10 + 3*7) / 4 * 10 = 77.5.
    // The other: 10 and (2.5-5)*2 = -5; (10 - 15) / 4 * 10 = -12.5.
    var board = boards.board(id);
    assertThat(board.rows()).extracting(Board.Row::subject).containsExactly("good", "poor");
    assertThat(board.rows().getFirst().value()).isCloseTo(77.5, within(1e-12));
    assertThat(board.rows().getLast().value()).isCloseTo(-12.5, within(1e-12));
    assertThat(board.rows().getFirst().columns()).containsEntry("mean checklist@1", 9.0);
  }

  @Test
  void equalContentMakesNoNewSnapshot() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);
    rows.want();

    boards.build(id);

    assertThat(boards.history(id)).hasSize(1);
    assertThat(boards.stored(id).builtRevision()).isEqualTo(boards.stored(id).wantedRevision());
  }

  /// Invariant 19: a fix that changes numbers raises the version of its method.
  @Test
  void aBoardThatAnotherVersionOfItsMethodMadeIsBuiltAnewAndTheOldSnapshotStays() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);
    var raised = new RaisedMethods(POSTGRES.database(), new RankingMethods());
    assertThat(raised.want()).isZero();
    rows.sql(
        "update snapshot set document = replace(document, '\"mean@1\"', '\"mean@0\"') where"
            + " leaderboard_id = '%s'",
        id);
    rows.sql(
        "update snapshot set digest = sha256(document::bytea) where leaderboard_id = '%s'", id);

    assertThat(boards.verify(id).differences()).contains("it was made by mean@0; here is mean@1");
    assertThat(raised.want()).isEqualTo(1);
    boards.build(id);

    assertThat(boards.history(id)).hasSize(2);
    assertThat(boards.history(id).getLast().document()).contains("mean@0");
    assertThat(boards.verify(id).equal()).isTrue();
    assertThat(raised.want()).isZero();
  }

  @Test
  void aBoardWithoutRunsSaysSo() {
    var id = rows.leaderboard("mean", "latest");

    boards.build(id);

    assertThat(boards.board(id).rows()).isEmpty();
    assertThat(boards.board(id).notes()).anyMatch(note -> note.contains("no run"));
    assertThat(boards.stored(id).builtRevision()).isEqualTo(boards.stored(id).wantedRevision());
  }

  @Test
  void buildersAtTheSameTimeMakeOneSnapshot() throws Exception {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    var together = new CountDownLatch(4);

    var builds = new ArrayList<Future<Boolean>>();
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var i = 0; i < 4; i++) {
        builds.add(
            pool.submit(() -> {
              together.countDown();
              together.await();
              boards.build(id);
              return true;
            }));
      }
    }

    assertThat(builds).allMatch(build -> build.state() == Future.State.SUCCESS);
    assertThat(boards.history(id)).hasSize(1);
    assertThat(boards.stored(id).problem()).as("no build broke off").isNull();
  }

  /// Invariant 18: what one builder has begun, no other begins.
  @Test
  void aBoardThatIsBeingBuiltIsLeftToItsBuilder() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");

    POSTGRES
        .database()
        .run(tx -> {
          assertThat(new LeaderboardStore().tryLock(tx, id)).isTrue();
          boards.build(id); // on a connection of its own
        });

    assertThat(boards.history(id)).isEmpty();
    boards.build(id);
    assertThat(boards.history(id)).hasSize(1);
  }

  @Test
  void systemsMeetOnEveryExampleOfASnapshot() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    rows.run("picky", "complete", 10.0, null, null); // unranked, so it does not take part
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);

    var rates = boards.winRates(id);

    // By hand: a tie and two wins in three examples.
    assertThat(rates.systems()).containsExactly("good", "poor");
    assertThat(rates.rates()).containsExactly(List.of(0.5, 2.5 / 3), List.of(0.5 / 3, 0.5));
    assertThat(rates.evaluator()).isEqualTo("checklist@1");
  }

  @Test
  void inACategoryThoseMeetThatHaveNoGapInIt() {
    rows.run("good", "complete", 6.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    rows.run("picky", "complete", 10.0, null, null); // its gaps are in the other category
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);

    var places = boards.winRates(id, "places");

    // One example: poor and picky have the same value there, and good a lower one.
    assertThat(places.systems()).hasSize(3).last().isEqualTo("good");
    assertThat(places.rates())
        .containsExactly(List.of(0.5, 0.5, 1.0), List.of(0.5, 0.5, 1.0), List.of(0.0, 0.0, 0.5));
    assertThat(boards.winRates(id, "names").systems()).containsExactly("good", "poor");
    assertThatThrownBy(() -> boards.winRates(id, "maths")).hasMessageContaining("'maths'");
  }

  @Test
  void whereNobodyIsRankedThereAreNoWinRates() {
    rows.run("picky", "complete", 10.0, null, null);
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);

    assertThat(boards.winRates(id).systems()).isEmpty();
  }

  @Test
  void aCategoryIsRankedByTheSameMethodOnItsExamples() {
    rows.run("good", "complete", 6.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);

    var places = boards.category(id, "places");

    // (10 - 5) * 2 * 10 and (6 - 5) * 2 * 10: the one example of the category.
    assertThat(places.rows()).extracting(SnapshotDocument.Row::value).containsExactly(100.0, 20.0);
    assertThatThrownBy(() -> boards.category(id, "maths")).hasMessageContaining("'maths'");
  }
}
