package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.identity.Caller;
import palmares.api.system.Anonymity;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Verification;
import palmares.db.Tx;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.leaderboard.Snapshot;
import palmares.db.leaderboard.SnapshotStore;
import palmares.db.testing.TestDatabase;

class LeaderboardBuilderTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final LeaderboardStore leaderboards = new LeaderboardStore();
  private final SnapshotStore snapshots = new SnapshotStore();

  private BoardRows rows;
  private BoardMaker maker;
  private LeaderboardBuilder builder;
  private EvidenceViews views;

  @BeforeEach
  void prepare() {
    rows = new BoardRows(POSTGRES);
    maker = new BoardMaker(new RankingMethods());
    builder = new LeaderboardBuilder(POSTGRES.database(), maker);
    views = new EvidenceViews(maker);
  }

  @Test
  void endedRunsAreRankedByTheFormulaOfTheBenchmark() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");

    builder.build(id);

    // By hand: places (10-5)*2 = 10, names (8.5-5)*2 = 7; (1*10 + 3*7) / 4 * 10 = 77.5.
    // The other: 10 and (2.5-5)*2 = -5; (10 - 15) / 4 * 10 = -12.5.
    var board = board(id);
    assertThat(board.rows()).extracting(Board.Row::subject).containsExactly("good", "poor");
    assertThat(board.rows().getFirst().value()).isCloseTo(77.5, within(1e-12));
    assertThat(board.rows().getLast().value()).isCloseTo(-12.5, within(1e-12));
    assertThat(board.rows().getFirst().columns()).containsEntry("mean checklist@1", 9.0);
  }

  @Test
  void equalContentMakesNoNewSnapshot() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    builder.build(id);
    rows.want();

    builder.build(id);

    assertThat(history(id)).hasSize(1);
    assertThat(stored(id).builtRevision()).isEqualTo(stored(id).wantedRevision());
  }

  @Test
  void aWithdrawnSubmissionLeavesTheBoardAndStaysInTheOlderSnapshot() {
    rows.run("stays", "complete", 5.0, 5.0, 6.0);
    var gone = rows.run("goes", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    builder.build(id);
    rows.withdraw(gone);

    builder.build(id);

    assertThat(board(id).rows()).extracting(Board.Row::subject).containsExactly("stays");
    assertThat(history(id)).hasSize(2);
    assertThat(history(id).getLast().document()).contains(gone);
  }

  /// Invariant 16: whoever leaves the board leaves it, also if nobody stays.
  @Test
  void theLastSubmissionThatIsWithdrawnLeavesTheBoardToo() {
    var gone = rows.run("goes", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    builder.build(id);
    rows.withdraw(gone);

    builder.build(id);

    assertThat(board(id).rows()).isEmpty();
    assertThat(board(id).notes()).contains("no run on this benchmark has ended yet");
    assertThat(history(id)).hasSize(2);
    assertThat(verify(id).differences()).isEmpty();
  }

  @Test
  void whoStaysAloneHasNobodyToBattleWith() {
    var gone = rows.run("goes", "complete", 5.0, 8.0, 6.0);
    rows.run("stays", "complete", 10.0, 2.0, 9.0);
    var id = rows.leaderboard("bradley-terry", "latest");
    builder.build(id);
    assertThat(board(id).rows()).hasSize(2);
    rows.withdraw(gone);

    builder.build(id);

    assertThat(board(id).rows()).extracting(Board.Row::subject).containsExactly("stays");
    assertThat(board(id).rows().getFirst().rank()).isNull();
    assertThat(board(id).rows().getFirst().reason()).isNotBlank();
    assertThat(verify(id).differences()).isEmpty();
  }

  @Test
  void leavingTheHardExamplesOutDoesNotMakeATryTheBest() {
    rows.run("picky", "complete", 5.0, 5.0, 6.0);
    rows.run("picky", "complete", 10.0, null, null);
    var id = rows.leaderboard("mean", "best");

    builder.build(id);

    assertThat(board(id).rows().getFirst().value()).isCloseTo(16.0 / 3, within(1e-12));
  }

  @Test
  void aGapOfOursIsProvisionalAndNeverRanked() {
    rows.run("whole", "complete", 5.0, 5.0, 6.0);
    rows.run("unlucky", "partial", 10.0, 10.0);
    var id = rows.leaderboard("mean", "latest");

    builder.build(id);

    var last = board(id).rows().getLast();
    assertThat(last.subject()).isEqualTo("unlucky");
    assertThat(last.rank()).isNull();
    assertThat(last.reason()).startsWith("provisional, 2 of 3 examples");
  }

  @Test
  void aGapOfTheCandidateNeverPays() {
    rows.run("whole", "complete", 5.0, 5.0, 6.0);
    rows.run("picky", "complete", 10.0, null, null);
    var id = rows.leaderboard("mean", "latest");

    builder.build(id);

    var last = board(id).rows().getLast();
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
    builder.build(id);
    assertThat(board(id).rows().getFirst().value()).isCloseTo(2.0, within(1e-12));

    rows.choose(first);
    builder.build(id);

    var row = board(id).rows().getFirst();
    assertThat(row.value()).isCloseTo(16.0 / 3, within(1e-12));
    assertThat(row.columns()).containsEntry("tries", 2.0);

    rows.withdraw(first);
    builder.build(id);
    assertThat(board(id).rows().getFirst().value()).isCloseTo(2.0, within(1e-12));
  }

  @Test
  void theLatestSubmissionStandsUnlessTheBoardSaysBest() {
    rows.run("improves", "complete", 9.0, 9.0, 9.0);
    rows.run("improves", "complete", 2.0, 2.0, 2.0);
    var latest = rows.leaderboard("mean", "latest");
    var best = rows.leaderboard("wb-score", "best");

    builder.build(latest);
    builder.build(best);

    assertThat(board(latest).rows().getFirst().value()).isCloseTo(2, within(1e-12));
    assertThat(board(best).rows().getFirst().value()).isCloseTo(80, within(1e-12));
    assertThat(board(best).rows().getFirst().columns()).containsEntry("tries", 2.0);
  }

  @Test
  void aBoardWithoutRunsSaysSo() {
    var id = rows.leaderboard("mean", "latest");

    builder.build(id);

    assertThat(board(id).rows()).isEmpty();
    assertThat(board(id).notes()).anyMatch(note -> note.contains("no run"));
    assertThat(stored(id).builtRevision()).isEqualTo(stored(id).wantedRevision());
  }

  @Test
  void buildersAtTheSameTimeMakeOneSnapshot() throws Exception {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    var together = new CountDownLatch(4);

    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var i = 0; i < 4; i++) {
        pool.submit(() -> {
          together.countDown();
          together.await();
          builder.build(id);
          return null;
        });
      }
    }

    assertThat(history(id)).hasSize(1);
  }

  @Test
  void systemsMeetOnEveryExampleOfASnapshot() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    rows.run("picky", "complete", 10.0, null, null); // unranked, so it does not take part
    var id = rows.leaderboard("wb-score", "latest");
    builder.build(id);

    var rates =
        POSTGRES
            .database()
            .transact(
                tx -> views.winRates(tx, stored(id), history(id).getFirst(), 50, seen(tx, id)));

    // By hand: a tie and two wins in three examples.
    assertThat(rates.systems()).containsExactly("good", "poor");
    assertThat(rates.rates()).containsExactly(List.of(0.5, 2.5 / 3), List.of(0.5 / 3, 0.5));
    assertThat(rates.evaluator()).isEqualTo("checklist@1");
  }

  @Test
  void aCategoryIsRankedByTheSameMethodOnItsExamples() {
    rows.run("good", "complete", 6.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");
    builder.build(id);

    var places =
        POSTGRES
            .database()
            .transact(tx -> views.category(tx, stored(id), history(id).getFirst(), "places"));

    // (10 - 5) * 2 * 10 and (6 - 5) * 2 * 10: the one example of the category.
    assertThat(places.rows()).extracting(SnapshotDocument.Row::value).containsExactly(100.0, 20.0);
    assertThatThrownBy(() ->
            POSTGRES
                .database()
                .transact(tx -> views.category(tx, stored(id), history(id).getFirst(), "maths")))
        .hasMessageContaining("'maths'");
  }

  @Test
  void aSnapshotIsMadeAgainFromItsEvidence() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");
    builder.build(id);
    rows.run("newer", "complete", 1.0, 1.0, 1.0); // no part of the snapshot

    var verification = verify(id);

    assertThat(verification.differences()).isEmpty();
    assertThat(verification.equal()).isTrue();
  }

  @Test
  void evidenceThatWasTamperedWithIsFound() {
    var submission = rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    builder.build(id);
    rows.sql(
        "update score set value = 9.5 where ordinal = 1 and run_no = (select no from run where"
            + " submission_id = '%s')",
        submission);

    var verification = verify(id);

    assertThat(verification.equal()).isFalse();
    assertThat(verification.differences())
        .anyMatch(difference -> difference.endsWith("value was 9.0 and is 9.5"));
  }

  private Verification verify(UUID id) {
    return new SnapshotVerifier(POSTGRES.database(), maker)
        .verify(stored(id), history(id).getFirst());
  }

  private palmares.db.leaderboard.Leaderboard stored(UUID id) {
    return POSTGRES.database().transact(tx -> leaderboards.find(tx, id).orElseThrow());
  }

  private List<Snapshot> history(UUID id) {
    return POSTGRES.database().transact(tx -> snapshots.page(tx, id, null, 10));
  }

  private Board board(UUID id) {
    return POSTGRES
        .database()
        .transact(tx ->
            new BoardReader()
                .board(
                    tx,
                    stored(id),
                    snapshots.newest(tx, id),
                    new BoardReader.View(seen(tx, id), List.of())));
  }

  private Anonymity seen(Tx tx, UUID id) {
    return Anonymity.of(tx, stored(id).benchmarkVersionId(), new Caller.Anonymous());
  }
}
