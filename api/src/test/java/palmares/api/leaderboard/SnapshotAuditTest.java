package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class SnapshotAuditTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void theNewestSnapshotOfEachBoardIsMadeAgainOnceAndEverySnapshotWhenAsked() {
    var rows = new BoardRows(POSTGRES);
    var maker = new BoardMaker(new RankingMethods());
    var builder = new LeaderboardBuilder(POSTGRES.database(), maker);
    var audit =
        new SnapshotAudit(POSTGRES.database(), new SnapshotVerifier(POSTGRES.database(), maker));
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var board = rows.leaderboard("mean", "latest");
    rows.leaderboard("wb-score", "latest"); // not built yet
    builder.build(board);

    assertThat(audit.differing(false)).isEmpty();

    rows.sql("update score set value = 1 where ordinal = 2");
    assertThat(audit.differing(false)).isEmpty();
    assertThat(audit.differing(true))
        .singleElement()
        .asString()
        .contains("/mean: ", "value was 9.0");
    assertThat(audit.differing(true)).hasSize(1);

    // Older than ten that are as their evidence: more than are read at a time.
    for (var more = 1; more <= 10; more++) {
      rows.run("other", "complete", 1.0, 2.0, (double) more);
      builder.build(board);
    }
    rows.sql("update benchmark_version set state = 'withdrawn'");
    assertThat(audit.differing(false)).isEmpty();
    assertThat(audit.differing(true)).singleElement().asString().contains("value was 9.0");
  }
}
