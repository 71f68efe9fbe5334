package palmares.api.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.leaderboard.Board;
import palmares.db.Json;
import palmares.db.UuidV7;
import palmares.db.leaderboard.LeaderboardStore;
import palmares.db.testing.TestDatabase;
import palmares.scoring.battle.Battles;
import palmares.scoring.battle.BradleyTerry;
import palmares.scoring.ranking.Rating;
import palmares.scoring.ranking.Settings;

/// Boards by the stored battles of a judge of pairs.
class JudgedBoardTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final BoardRows rows = new BoardRows(POSTGRES);
  private final BuiltBoards boards = new BuiltBoards(POSTGRES.database());

  @BeforeEach
  void aJudge() {
    rows.sql(
        """
        insert into evaluator_version (evaluator, version, kind, settings_digest)
          values ('checklist-pair', 1, 'pairwise-judge', sha256('{}')) on conflict do nothing;
        insert into rater (evaluator_version_id)
          select id from evaluator_version where kind = 'pairwise-judge' on conflict do nothing
        """);
  }

  @Test
  void systemsAreRankedByStoredBattlesClusteredByExample() {
    var battles = Battles.builder();
    threeSystems(battles);
    var id = leaderboard("unranked");

    boards.build(id);

    // The same battles by hand.
    var expected = new BradleyTerry().rank(battles.build(), Settings.NONE);
    var board = boards.board(id);
    assertThat(board.rows()).extracting(Board.Row::subject).containsExactly("good", "fair", "poor");
    for (var row : board.rows()) {
      var rating = rating(expected.ratings(), row.subject());
      assertThat(row.value()).isCloseTo(rating.value(), within(1e-9));
      assertThat(row.low()).isCloseTo(rating.interval().orElseThrow().low(), within(1e-9));
      assertThat(row.rank()).isEqualTo(rating.rank());
    }
    assertThat(board.provenance().evaluators()).containsExactly("checklist-pair@1");
    assertThat(boards.verify(id).equal()).isTrue();
  }

  @Test
  void winRatesAreThoseOfTheBattles() {
    threeSystems(Battles.builder());
    var id = leaderboard("unranked");
    boards.build(id);

    var rates = boards.winRates(id);

    // By hand: fair lost, won and drew against good; poor lost two of three to either.
    assertThat(rates.evaluator()).isEqualTo("checklist-pair@1");
    assertThat(rates.systems()).containsExactly("good", "fair", "poor");
    assertThat(rates.rates())
        .containsExactly(
            List.of(0.5, 1.5 / 3, 2.0 / 3),
            List.of(1.5 / 3, 0.5, 2.0 / 3),
            List.of(1.0 / 3, 1.0 / 3, 0.5));
  }

  @Test // invariant 19
  void aBattleThatDoesNotFollowFromItsPreferencesIsFoundByVerify() {
    threeSystems(Battles.builder());
    var id = leaderboard("unranked");
    boards.build(id);

    rows.sql("update preference set probability = 0 where ordinal = 1 and probability = 1");

    assertThat(boards.verify(id).differences())
        .anySatisfy(difference -> assertThat(difference).contains("its preferences make"));
  }

  @Test // invariant 13
  void whoIsWithdrawnInTheMiddleTakesItsBattlesWithIt() {
    var gone = threeSystems(Battles.builder());
    rows.withdraw(gone);
    var id = leaderboard("unranked");

    boards.build(id);

    var left = Battles.builder();
    left.add("fair", "good", 0, 1, "0")
        .add("fair", "good", 1, 1, "1")
        .add("fair", "good", 0.5, 1, "2");
    var expected = new BradleyTerry().rank(left.build(), Settings.NONE);
    assertThat(boards.board(id).rows()).hasSize(2);
    assertThat(boards.board(id).rows().getFirst().value())
        .isCloseTo(rating(expected.ratings(), "good").value(), within(1e-9));
    assertThat(boards.verify(id).equal()).isTrue();
  }

  @Test
  void battlesOnAnExampleThatIsLeftOutDecideNothing() {
    threeSystems(Battles.builder());
    var id = leaderboard("unranked");
    rows.exclude("example", "e1", "leaked");

    boards.build(id);

    var left = Battles.builder();
    left.add("fair", "good", 0, 1, "0")
        .add("fair", "good", 0.5, 1, "2")
        .add("poor", "good", 0, 1, "0")
        .add("poor", "good", 1, 1, "2")
        .add("poor", "fair", 0, 1, "0")
        .add("poor", "fair", 0, 1, "2");
    var expected = new BradleyTerry().rank(left.build(), Settings.NONE);
    for (var row : boards.board(id).rows()) {
      var rating = rating(expected.ratings(), row.subject());
      assertThat(row.value()).isCloseTo(rating.value(), within(1e-9));
    }
    assertThat(boards.verify(id).differences()).isEmpty();
  }

  @Test // invariant 16
  void aGapLeavesTheRowUnrankedUnlessTheBenchmarkLetsItLose() {
    threeSystems(Battles.builder());
    rows.sql(
        """
        update preference set label = case left_shown when 1 then 'second-gap' else 'first-gap' end
        where ordinal = 1 and right_no = (select min(no) from run where benchmark_version_id = '%s')
        """,
        rows.version);
    var unranked = leaderboard("unranked");
    var worst = leaderboard("worst");

    boards.build(unranked);
    boards.build(worst);

    assertThat(row(unranked, "good").rank()).isNull();
    assertThat(row(unranked, "good").reason()).isEqualTo("1 of 3 examples are missing");
    assertThat(row(worst, "good").rank()).isNotNull();
  }

  @Test // invariant 16
  void whatFailedOnOurSideMakesTheRowProvisional() {
    threeSystems(Battles.builder());
    rows.sql(
        """
        insert into job (id, run_id, team_id, stage, capability, offer, evaluator_version_id,
          against_no, first_ordinal, last_ordinal, state, failure_class)
        select '%s', r.id, r.team_id, 'pair', 'cpu', 'checklist-pair@1', e.id, r.no - 1, 1, 2, 'failed',
          'evaluator'
        from run r, evaluator_version e
        where e.kind = 'pairwise-judge'
          and r.no = (select max(no) from run where benchmark_version_id = '%s')
        """,
        UuidV7.next(), rows.version);
    var id = leaderboard("unranked");

    boards.build(id);

    assertThat(row(id, "poor").reason())
        .isEqualTo("provisional, 1 of 3 examples evaluated; the rest failed on our side");
    assertThat(boards.verify(id).equal()).isTrue();
  }

  @Test
  void whoHasMetNobodySaysSo() {
    contender("alone");
    var id = leaderboard("unranked");

    boards.build(id);

    assertThat(row(id, "alone").rank()).isNull();
    assertThat(row(id, "alone").reason()).isEqualTo("it has met no other system of this board");
    assertThat(boards.winRates(id).systems()).isEmpty();
    assertThat(boards.verify(id).equal()).isTrue();
  }

  @Test
  void aCategoryIsRankedByTheBattlesOnItsExamples() {
    threeSystems(Battles.builder());
    var id = leaderboard("unranked");
    boards.build(id);

    // One example: good beats both, and fair beats poor, so that nobody has a finite value.
    var places = boards.category(id, "places");

    assertThat(places.rows()).hasSize(3).allSatisfy(row -> assertThat(row.rank()).isNull());
    var rates = boards.winRates(id, "places");
    assertThat(rates.systems()).containsExactly("good", "fair", "poor");
    assertThat(rates.rates())
        .containsExactly(List.of(0.5, 1.0, 1.0), List.of(0.0, 0.5, 1.0), List.of(0.0, 0.0, 0.5));
  }

  /// Three systems that met on three examples; gives the submission of the last.
  private String threeSystems(Battles.Builder byHand) {
    contender("good");
    contender("fair");
    var last = contender("poor");
    battles(byHand, "fair", "good", 0, 1, 0.5);
    battles(byHand, "poor", "good", 0, 0, 1);
    battles(byHand, "poor", "fair", 0, 1, 0);
    return last;
  }

  private String contender(String system) {
    var submission = rows.run(system, "complete");
    rows.sql(
        """
        update run set spec = '{"pairing": {"settleRule": "both-orders@1"}}'
          where submission_id = '%1$s';
        insert into contender (evaluator_version_id, run_no)
          select e.id, r.no from evaluator_version e, run r
          where e.kind = 'pairwise-judge' and r.submission_id = '%1$s'
        """,
        submission);
    return submission;
  }

  /// What the judge said in both orders, and the battles that follow, for each example.
  private void battles(Battles.Builder byHand, String left, String right, double... outcomes) {
    for (var ordinal = 0; ordinal < outcomes.length; ordinal++) {
      byHand.add(left, right, outcomes[ordinal], 1, Integer.toString(ordinal));
      rows.sql(
          """
          with pair as (
            select v.no as version, l.no as left_no, r.no as right_no, rater.id as rater
            from benchmark_version v, rater, evaluator_version e,
              (%4$s where y.name = '%2$s') l, (%4$s where y.name = '%3$s') r
            where v.id = '%1$s' and e.id = rater.evaluator_version_id and e.kind = 'pairwise-judge'),
          said as (
            insert into preference (rater_id, version_no, ordinal, left_no, right_no, left_shown,
              probability, label, attempt)
            select rater, version, %5$d, left_no, right_no, shown, %6$s, 'x', 1
            from pair, generate_series(1, 2) as shown)
          insert into battle (source_kind, source_id, settle_rule, version_no, left_no, right_no,
            outcome, weight, cluster)
          select 'preference', lpad(rater::text, 10, '0') || '/' || lpad(left_no::text, 10, '0')
            || '/' || lpad(right_no::text, 10, '0') || '/' || lpad('%5$d', 10, '0'),
            'both-orders@1', version, left_no, right_no, %6$s, 1, %5$d
          from pair
          """,
          rows.version,
          left,
          right,
          """
          select run.no from run join submission s on s.id = run.submission_id
          join system_version w on w.id = s.system_version_id
          join system y on y.id = w.system_id and run.benchmark_version_id = '%s'
          """
              .formatted(rows.version),
          ordinal,
          outcomes[ordinal]);
    }
  }

  private UUID leaderboard(String gaps) {
    var definition =
        new Definition(
            "bradley-terry",
            new TreeMap<>(Map.of("evaluator", "checklist-pair@1")),
            List.of("checklist-pair@1"),
            "latest",
            gaps);
    var id = UuidV7.next();
    POSTGRES
        .database()
        .run(tx ->
            new LeaderboardStore()
                .insert(tx, id, rows.version, "bt-" + gaps, "B", Json.canonical(definition)));
    rows.want();
    return id;
  }

  private Board.Row row(UUID board, String system) {
    return boards.board(board).rows().stream()
        .filter(row -> row.subject().equals(system))
        .findFirst()
        .orElseThrow();
  }

  private static Rating.Ranked rating(List<Rating> ratings, String system) {
    return ratings.stream()
        .filter(rating -> rating.subject().equals(system))
        .map(Rating.Ranked.class::cast)
        .findFirst()
        .orElseThrow();
  }
}
