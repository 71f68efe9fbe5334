package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class SnapshotVerifierTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private BoardRows rows;
  private BuiltBoards boards;

  @BeforeEach
  void prepare() {
    rows = new BoardRows(POSTGRES);
    boards = new BuiltBoards(POSTGRES.database());
  }

  @Test
  void aSnapshotIsMadeAgainFromItsEvidence() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    rows.run("poor", "complete", 10.0, 2.0, 3.0);
    var id = rows.leaderboard("wb-score", "latest");
    boards.build(id);
    rows.run("newer", "complete", 1.0, 1.0, 1.0); // no part of the snapshot

    var verification = boards.verify(id);

    assertThat(verification.differences()).isEmpty();
    assertThat(verification.equal()).isTrue();
  }

  @Test
  void evidenceThatWasTamperedWithIsFound() {
    var submission = rows.run("good", "complete", 10.0, 8.0, 9.0);
    var id = rows.leaderboard("mean", "latest");
    boards.build(id);
    rows.sql(
        "update score set value = 9.5 where ordinal = 1 and run_no = (select no from run where"
            + " submission_id = '%s')",
        submission);

    var verification = boards.verify(id);

    assertThat(verification.equal()).isFalse();
    assertThat(verification.differences())
        .anyMatch(difference -> difference.endsWith("value was 9.0 and is 9.5"));
  }
}
