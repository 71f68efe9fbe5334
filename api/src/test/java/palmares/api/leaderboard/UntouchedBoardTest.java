package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.testing.TestDatabase;

/// What is left out changes the boards that it stands on, and no other.
class UntouchedBoardTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final BoardRows rows = new BoardRows(POSTGRES);
  private final BuiltBoards boards = new BuiltBoards(POSTGRES.database());
  private String good = "";
  private String earlier = "";
  private UUID id = UUID.randomUUID();

  @BeforeEach
  void aBoardOfTwo() {
    good = rows.run("good", "complete", 10.0, 8.0, 9.0);
    earlier = rows.run("twice", "complete", 1.0, 1.0, 1.0);
    rows.run("twice", "complete", 10.0, 2.0, 3.0);
    id = rows.leaderboard("mean", "latest");
    boards.build(id);
  }

  @AfterEach
  void noTestMeetsTheSettingsOfAnother() {
    rows.sql(
        """
        delete from score where evaluator_version_id in (
          select id from evaluator_version where settings_digest = sha256('other settings'));
        delete from evaluator_version where settings_digest = sha256('other settings')\
        """);
  }

  @Test
  void aRaterOfWhichABoardShowsNothingMakesNoSnapshotOfIt() {
    var exclusion = excluded("rater", "elsewhere@1");
    rows.lift(exclusion);
    boards.build(id);

    assertThat(boards.history(id)).hasSize(1);
    assertThat(boards.board(id).notes()).noneMatch(note -> note.contains("elsewhere"));
  }

  @Test
  void aRaterWhoseMeansStandBesideTheRowsIsNamed() {
    rows.sql(
        """
        with other as (
          insert into evaluator_version (evaluator, version, kind, settings_digest)
          values ('beside', 1, 'metric', sha256('beside')) on conflict do nothing returning id)
        insert into score (run_no, evaluator_version_id, ordinal, value, attempt)
        select no, other.id, 0, 0.5, 1 from run, other where benchmark_version_id = '%s'\
        """,
        rows.version);

    excluded("rater", "beside@1");

    assertThat(boards.history(id)).hasSize(2);
    assertThat(boards.board(id).notes()).contains("left out: rater beside@1 (x)");
  }

  @Test
  void aBoardThatCannotBeMadeAnewIsKeptWhateverElseIsLeftOut() {
    var newcomer = rows.run("newcomer", "complete");
    contradict(newcomer);
    boards.build(id);
    assertThat(boards.stored(id).problem()).contains("with different settings");

    var one = excluded("rater", "elsewhere@1");
    var other = excluded("submission", earlier);
    rows.lift(one);
    boards.build(id);
    rows.lift(other);
    boards.build(id);

    assertThat(boards.history(id)).hasSize(1);
    excluded("submission", good);
    assertThat(boards.history(id)).hasSize(2);
    assertThat(boards.board(id).rows())
        .allSatisfy(row -> assertThat(row.value()).as(row.subject()).isNull());
  }

  @Test
  void aBoardThatCannotBeMadeAnewIsReplacedIfItCallsLeftOutWhatCountsAgain() {
    var exclusion = excluded("submission", good);
    assertThat(boards.history(id)).hasSize(2);
    contradict(rows.run("newcomer", "complete"));
    boards.build(id);
    assertThat(boards.history(id)).hasSize(2);

    rows.lift(exclusion);
    boards.build(id);

    assertThat(boards.history(id)).hasSize(3);
    assertThat(boards.board(id).rows())
        .noneMatch(row -> String.valueOf(row.reason()).startsWith("left out"));
  }

  /// Gives the submission's run a score of the same evaluator under other settings: one ranking
  /// never mixes them.
  private void contradict(String submission) {
    rows.sql(
        """
        insert into evaluator_version (evaluator, version, kind, settings_digest, floor, ceiling)
        values ('checklist', 1, 'metric', sha256('other settings'), 1, 10) on conflict do nothing\
        """);
    rows.sql(
        """
        insert into score (run_no, evaluator_version_id, ordinal, value, attempt)
        select r.no, e.id, 0, 5, 1 from run r, evaluator_version e
        where r.submission_id = '%s' and e.settings_digest = sha256('other settings')\
        """,
        submission);
    rows.want();
  }

  private UUID excluded(String kind, String subject) {
    var exclusion = rows.exclude(kind, subject, "x");
    boards.build(id);
    return exclusion;
  }
}
