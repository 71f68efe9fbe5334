package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

class NewestSnapshotsTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @Test
  void theNewestSnapshotOfEachBoardIsMadeAgainOnceAndOnlyWhenAskedAgain() {
    var rows = new BoardRows(POSTGRES);
    var maker = new BoardMaker(new RankingMethods());
    var builder = new LeaderboardBuilder(POSTGRES.database(), maker);
    var newest =
        new NewestSnapshots(POSTGRES.database(), new SnapshotVerifier(POSTGRES.database(), maker));
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    var board = rows.leaderboard("mean", "latest");
    rows.leaderboard("wb-score", "latest"); // not built yet
    builder.build(board);

    assertThat(newest.differing(false)).isEmpty();

    rows.sql("update score set value = 1 where ordinal = 2");
    assertThat(newest.differing(false)).isEmpty();
    assertThat(newest.differing(true))
        .singleElement()
        .asString()
        .contains("/mean: ", "value was 9.0");
    assertThat(newest.differing(true)).hasSize(1);
  }
}
