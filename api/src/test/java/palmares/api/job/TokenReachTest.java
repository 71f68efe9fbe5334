package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.budget.Price;
import palmares.db.identity.Reach;
import palmares.db.job.JobState;
import palmares.db.testing.TestDatabase;

/// A worker's token names the kinds of jobs and the teams that its pool is for.
class TokenReachTest {

  private static final String[] ALL = {"lead-sentence", "rouge-l"};

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID crew;
  private UUID token;

  @BeforeEach
  void aPoolOfTheCrew() {
    ledger = Ledger.on(POSTGRES);
    crew = ledger.team("crew", 1);
    token = token(List.of(), crew);
  }

  @Test
  void theJobOfAnotherTeamIsNotThereForATeamsPool() {
    ledger.worker(1, ALL);
    ledger.start(ledger.generating(10, Ledger.metric("rouge-l")), ledger.team("other", 1), 0);
    var job = ledger.dispatch().getFirst();

    var refused = claim(job);

    assertThat(refused).isEqualTo(new ClaimResult.Unknown("job", job));
    assertThat(ledger.job(job).state()).as("for another reader").isEqualTo(JobState.READY);
    assertThat(ledger.job(job).attempts()).isZero();
  }

  @Test
  void itsOwnTeamsJobIsClaimedAndOneOfAKindThatTheTokenDoesNotNameIsNot() {
    token = token(List.of("generate"), crew);
    var worker = worker();
    var run = ledger.start(ledger.generating(10, Ledger.metric("rouge-l")), crew, 0);

    var job = ledger.dispatch().getFirst();
    var claim = (ClaimResult.Claimed) claim(worker, job);
    ledger.deliver(claim);
    ledger.complete(claim);

    var scoring = ledger.jobsOf(run).getLast();
    assertThat(ledger.job(scoring).offer()).isEqualTo("rouge-l@1");
    assertThat(claim(worker, scoring)).isEqualTo(new ClaimResult.Unknown("job", scoring));
    assertThat(ledger.dispatch()).as("nobody is there who may score").isEmpty();
    ledger.rows.overdue(scoring);
    ledger.sweeper.sweep();
    assertThat(waiting(scoring)).isEqualTo("a worker with rouge-l@1");
  }

  /// What a claim carries beyond `generate` is gold.
  @Test
  void goldThatIsNotAnyonesToSeeGoesToOperatorsAndToTheBenchmarksOwnTeam() {
    var job =
        ledger
            .jobsOf(ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")), crew, 0))
            .getLast();
    var owners =
        POSTGRES.query("select team_id from benchmark where name like 'b-%'", UUID.class).getLast();

    assertThat(claim(job)).as("private").isEqualTo(new ClaimResult.Unknown("job", job));
    POSTGRES.asOwner("update benchmark_version set visible = 'gold'");
    POSTGRES.asOwner("update benchmark set visibility = 'team'");
    assertThat(claim(job)).as("a team's").isEqualTo(new ClaimResult.Unknown("job", job));

    token = token(List.of(), crew, owners);
    var claimed = (ClaimResult.Claimed) claim(job);
    ledger.endings.release(job, claimed.token());
    ledger.rows.makeDue(job);
    POSTGRES.asOwner("update benchmark set visibility = 'public'");
    token = token(List.of(), crew);
    assertThat(claim(job)).as("anyone's to see").isInstanceOf(ClaimResult.Claimed.class);
  }

  @Test
  void theFreeSlotsOfATeamsPoolLetOutItsJobsAlone() {
    ledger.start(ledger.generating(1, Ledger.metric("rouge-l")), ledger.team("other", 1), 0);
    ledger.start(ledger.generating(5, Ledger.metric("rouge-l")), crew, 0);
    worker();

    var jobs = ledger.dispatch();

    assertThat(jobs).hasSize(2).allMatch(job -> ledger.count(teamOf(job)) == 1);
    ledger.worker(1, ALL);
    assertThat(ledger.dispatch())
        .as("what the team's pool can hold takes no room from who works for all")
        .hasSize(2)
        .anyMatch(job -> ledger.count(teamOf(job)) == 0);
  }

  @Test
  void aTeamsPoolSaysNothingThatHoldsForEveryone() {
    var reach = reach(crew);
    var offer = new Workers.Offer("rouge-l", 9, "metric", -5.0, 1.0, new Price(1, 1));

    ledger.workers.register(token, reach, "w", List.of("cpu"), List.of(offer), 1);

    assertThat(ledger.count("select count(*) from evaluator_version")).isZero();
    assertThat(ledger.count("select count(*) from offer_price where offer = 'rouge-l@9'")).isZero();
  }

  private String teamOf(UUID job) {
    return "select count(*) from job where id = '%s' and team_id = '%s'".formatted(job, crew);
  }

  private String waiting(UUID job) {
    return POSTGRES
        .query("select waiting_for from job where id = '" + job + "'", String.class)
        .getFirst();
  }

  private static Reach reach(UUID... teams) {
    return new Reach("crew", List.of(), List.of(teams));
  }

  private UUID token(List<String> kinds, UUID... teams) {
    return ledger.rows.token(ledger.database, new Reach("crew", kinds, List.of(teams)));
  }

  private UUID worker() {
    return ledger.worker(token, reach(crew), 1, ALL);
  }

  private ClaimResult claim(UUID job) {
    return claim(worker(), job);
  }

  private ClaimResult claim(UUID worker, UUID job) {
    return ledger.claims.claim(token, worker, job, UUID.randomUUID());
  }
}
