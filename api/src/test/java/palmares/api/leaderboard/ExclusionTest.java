package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.contract.leaderboard.Board;
import palmares.db.Json;
import palmares.db.testing.TestDatabase;

/// What is left out counts in no figure, is shown with its reason, and counts again once lifted.
class ExclusionTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final BoardRows rows = new BoardRows(POSTGRES);
  private final BuiltBoards boards = new BuiltBoards(POSTGRES.database());
  private String poor = "";
  private UUID id = UUID.randomUUID();
  private Board before;

  @BeforeEach
  void aBoardOfFour() {
    rows.run("good", "complete", 10.0, 8.0, 9.0);
    poor = rows.run("poor", "complete", 10.0, 2.0, 3.0);
    rows.run("gap", "complete", 10.0, null, 8.0);
    rows.run("late", "partial", 9.0, 1.0);
    id = rows.leaderboard("mean", "latest");
    boards.build(id);
    before = boards.board(id);
  }

  @AfterEach
  void everySnapshotIsMadeAgainFromItsEvidence() {
    assertThat(boards.history(id))
        .hasSizeGreaterThan(1)
        .allSatisfy(snapshot ->
            assertThat(boards.verify(id, snapshot.document(), snapshot.provenance()).differences())
                .isEmpty());
  }

  @Test
  void anExampleIsInNoMeanAndNoCount() {
    assertThat(row("gap").reason()).isEqualTo("1 of 3 missing");

    var exclusion = exclude("example", "e1", "leaked");

    // By hand: (10 + 9) / 2, (10 + 8) / 2, (10 + 3) / 2.
    assertThat(row("good").value()).isEqualTo(9.5);
    assertThat(row("gap").value()).isEqualTo(9.0);
    assertThat(row("poor").value()).isEqualTo(6.5);
    assertThat(row("poor").columns()).containsEntry("mean checklist@1", 6.5);
    assertThat(row("late").reason()).startsWith("provisional, 1 of 2 examples evaluated");
    assertThat(boards.board(id).notes()).contains("left out: example e1 (leaked)");
    assertThat(boards.winRates(id).systems()).contains("gap");
    assertThat(boards.category(id, "names").rows())
        .anySatisfy(row -> assertThat(row.value()).isEqualTo(3.0));
    liftedAsBefore(exclusion);
  }

  @Test
  void withTheExampleThatIsLackingLeftOutARowIsProvisionalNoMore() {
    var exclusion = exclude("example", "e2", "wrong");

    assertThat(row("late").value()).isEqualTo(5.0);
    liftedAsBefore(exclusion);
  }

  @ParameterizedTest
  @ValueSource(strings = {"submission", "run"})
  void aSystemIsUnrankedAndShownWithTheReason(String kind) {
    var subject = kind.equals("run") ? run(poor) : poor;

    var exclusion = exclude(kind, subject, "copied");

    assertThat(row("poor").rank()).isNull();
    assertThat(row("poor").value()).isNull();
    assertThat(row("poor").columns()).isEmpty();
    assertThat(row("poor").reason()).isEqualTo("left out: copied");
    assertThat(row("good").rank()).isEqualTo(1);
    liftedAsBefore(exclusion);
  }

  @Test
  void whoWithdrewIsNotNamedForBeingLeftOut() {
    exclude("submission", poor, "copied");
    rows.withdraw(poor);

    boards.build(id);

    assertThat(boards.board(id).rows())
        .extracting(Board.Row::subject)
        .containsExactlyInAnyOrder("good", "gap", "late");
  }

  @Test
  void aRaterThatDecidesLeavesEverybodyUnranked() {
    var exclusion = exclude("rater", "checklist@1", "broken");

    assertThat(boards.board(id).rows())
        .hasSize(4)
        .allSatisfy(row -> {
          assertThat(row.rank()).isNull();
          assertThat(row.value()).isNull();
          assertThat(row.reason()).isEqualTo("checklist@1 is left out: broken");
          assertThat(row.columns()).isEmpty();
        });
    liftedAsBefore(exclusion);
  }

  @Test
  void aBaselineThatIsLeftOutIsNotSaidToLackARun() {
    var lead = rows.run("lead", "complete", 5.0, 5.0, 5.0);
    rows.run("namesake", "complete", 4.0, 4.0, 4.0);
    rows.sql(
        """
        with rivals as (insert into team (id, name) values (gen_random_uuid(), 'rivals') returning id)
        update system set team_id = rivals.id, name = 'lead' from rivals where system.name = 'namesake'
        """);
    rows.sql(
        """
        with other as (
          insert into evaluator_version (evaluator, version, kind, settings_digest, floor, ceiling)
          values ('rough', 1, 'metric', sha256('rough'), 0, 1) returning id)
        insert into score (run_no, evaluator_version_id, ordinal, value, attempt)
        select run_no, other.id, ordinal, value / 10, 1 from score join run on no = run_no, other
        where value is not null and benchmark_version_id = '%s'
        """,
        rows.version);
    id =
        rows.leaderboard(
            new Definition(
                "sharpe-ratio",
                new TreeMap<>(Map.of("truth", "checklist@1", "baseline", "lead", "rounds", "100")),
                List.of("checklist@1", "rough@1"),
                "latest",
                "unranked"));
    boards.build(id);
    before = boards.board(id);
    assertThat(before.rows())
        .as(before.notes().toString())
        .extracting(Board.Row::subject)
        .contains("rough@1");

    var exclusion = exclude("submission", lead, "copied");

    assertThat(row("rough@1").reason()).isEqualTo("the baseline system 'lead' is left out: copied");
    assertThat(boards.board(id).rows())
        .allSatisfy(row -> assertThat(row.subjectKind()).isEqualTo("evaluator"))
        .allSatisfy(row -> assertThat(row.rank()).isNull());
    liftedAsBefore(exclusion);
  }

  @Test
  void withoutAnyExampleTheBoardSaysSoAndShowsNothingThatIsLeftOut() {
    exclude("example", "e0", "x");
    exclude("example", "e1", "x");
    exclude("example", "e2", "x");

    assertThat(boards.board(id).rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.value()).isNull());
  }

  private UUID exclude(String kind, String subject, String reason) {
    var exclusion = rows.exclude(kind, subject, reason);
    boards.build(id);
    return exclusion;
  }

  private void liftedAsBefore(UUID exclusion) {
    rows.lift(exclusion);
    boards.build(id);

    assertThat(boards.board(id).rows()).isEqualTo(before.rows());
    assertThat(boards.board(id).notes()).isEqualTo(before.notes());
  }

  private Board.Row row(String system) {
    return boards.board(id).rows().stream()
        .filter(row -> row.subject().equals(system))
        .findFirst()
        .orElseThrow();
  }

  private String run(String submission) {
    var provenance = Json.read(boards.history(id).getFirst().provenance(), Provenance.class);
    return provenance.entries().stream()
        .filter(entry -> entry.submission().equals(submission))
        .map(Provenance.Standing::run)
        .findFirst()
        .orElseThrow();
  }
}
