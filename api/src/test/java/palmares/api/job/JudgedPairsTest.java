package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.job.Doctor;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

/// Invariant 13: what becomes of pairs: attempts, battles, and runs that are tried again.
class JudgedPairsTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID worker;
  private Pairs pairs;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(20, "checklist-pair");
    pairs = new Pairs(ledger);
  }

  @Test
  void theEndOfARunMakesBattlesOfBothOrders() {
    ledger.start(pairs.all(4));
    var run = ledger.start(pairs.all(4));

    ledger.workAll(worker);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
    assertThat(ledger.count("select count(*) from preference")).isEqualTo(2 * Ledger.EXAMPLES);
    assertThat(
            ledger.count(
                "select count(*) from battle where outcome = 1 and weight = 1"
                    + " and source_kind = 'preference' and settle_rule = 'both-orders@1'"))
        .isEqualTo(Ledger.EXAMPLES);
    assertThat(ledger.count("select count(distinct cluster) from battle")).isEqualTo(10);
    pairs.healthy();
  }

  @Test // invariant 7
  void theNextAttemptIsToldWhichPairsWereJudgedInBothOrders() {
    ledger.start(pairs.all(10));
    ledger.start(pairs.all(10));
    var job = ledger.dispatch().getFirst();
    var claim = ledger.claim(worker, job);
    ledger.preferences(
        job,
        claim.token(),
        List.of(Ledger.leftWins(0, 1), Ledger.leftWins(0, 2), Ledger.leftWins(1, 1)));

    var early = ledger.complete(claim);
    ledger.endings.release(job, claim.token());
    ledger.dispatch();
    var again = ledger.claim(worker, job);

    assertThat(early).isEqualTo(new Ending.Incomplete(1, 10));
    assertThat(again.done()).containsExactly(0);
    assertThat(again.responses()).isNotNull();
    assertThat(again.against()).isNotNull();
  }

  @Test // invariant 5
  void whatASupersededAttemptSaysIsNotTakenAndWhatWasSaidFirstStays() {
    ledger.start(pairs.all(10));
    ledger.start(pairs.all(10));
    var job = ledger.dispatch().getFirst();
    var early = ledger.claim(worker, job);
    ledger.preferences(job, early.token(), List.of(Ledger.leftWins(0, 1)));
    ledger.endings.release(job, early.token());
    ledger.dispatch();
    var late = ledger.claim(worker, job);

    var superseded = ledger.preferences(job, early.token(), List.of(Ledger.leftWins(1, 1)));
    var stored =
        ledger.preferences(
            job, late.token(), List.of(Ledger.leftWins(0, 1), Ledger.leftWins(0, 2)));
    var foreign = ledger.preferences(job, late.token(), List.of(Ledger.leftWins(10, 1)));

    assertThat(superseded).isEqualTo(new Results.Stored.Superseded());
    assertThat(stored).isEqualTo(new Results.Stored.Taken(1));
    assertThat(foreign).isEqualTo(new Results.Stored.Foreign(10, 0, 9));
    assertThat(ledger.count("select count(*) from preference where attempt = 1")).isEqualTo(1);
  }

  @Test // invariant 9
  void aCancelledRunMakesNoBattles() {
    ledger.start(pairs.all(5));
    var run = ledger.start(pairs.all(5));
    ledger.work(worker, ledger.dispatch().getFirst());

    ledger.cancellation.cancel(run);

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.CANCELLED);
    assertThat(ledger.count("select count(*) from preference")).isEqualTo(10);
    assertThat(ledger.count("select count(*) from battle")).isZero();
    pairs.healthy();
  }

  @Test // invariant 9
  void aRunThatIsTriedAgainTakesOverWhatWasSaidOnWhicheverSideItStood() {
    var early = ledger.start(pairs.all(5));
    var run = ledger.start(pairs.all(5));
    ledger.work(worker, ledger.dispatch().getFirst());
    ledger.cancellation.cancel(run);
    var late = ledger.start(pairs.all(5));
    ledger.workAll(worker);
    // Told by hand: what is stored of a run that `late` met as an opponent before it was cancelled.
    POSTGRES.asOwner(
        """
        insert into preference (rater_id, version_no, ordinal, left_no, right_no, left_shown,
          probability, label, attempt)
        select rater_id, version_no, 7, %1$d, %2$d, shown, 0.25, 'x', 1
        from (select distinct rater_id, version_no from preference) p, generate_series(1, 2) as shown
        """
            .formatted(ledger.run(late).no(), ledger.run(run).no()));

    var again = pairs.again(run);

    assertThat(ledger.count(pairs.against(again, early))).isEqualTo(1);
    assertThat(ledger.count(pairs.against(again, late))).isEqualTo(1);
    var taken = "select count(*) from preference join run on run.no = left_no where id = '%s'";
    // Five ordinals in both orders against the first, one against the last.
    assertThat(ledger.count(taken.formatted(again) + " and attempt = 0")).isEqualTo(12);
    assertThat(
            POSTGRES.query(
                "select probability from preference join run on run.no = left_no where id = '"
                    + again
                    + "' and ordinal = 7",
                Double.class))
        .containsExactly(0.75, 0.75);
    // One of two shards against the first is done; the last has to be asked about both.
    assertThat(ledger.jobsOf(again)).hasSize(3);
  }

  @Test
  void whoeverIsTriedAgainIsMetAsItStandsAndAsItMayComeToStand() {
    ledger.start(pairs.all(5));
    var run = ledger.start(pairs.all(5));
    pairs.failAll(worker, run);
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.PARTIAL);
    pairs.healthy();

    var again = pairs.again(run);
    var late = ledger.start(pairs.all(5));

    assertThat(ledger.count(pairs.against(late, run))).isEqualTo(1);
    assertThat(ledger.count(pairs.against(late, again))).isEqualTo(1);
  }

  @Test // invariant 2
  void theDoctorFindsPairsThatWereNotJudgedAndBattlesThatDoNotFollow() {
    ledger.start(pairs.all(5));
    ledger.start(pairs.all(5));
    ledger.workAll(worker);
    pairs.healthy();

    POSTGRES.asOwner("delete from preference where ordinal = 3 and left_shown = 2");
    POSTGRES.asOwner("update battle set outcome = 0.75 where cluster = 4");
    POSTGRES.asOwner("delete from battle where cluster = 5");
    POSTGRES.asOwner("delete from pairing where ordinal = 6");

    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .extracting(finding -> finding.check() + ": " + finding.violations())
        .containsExactlyInAnyOrder(
            "pairs that were not judged in both orders: 2",
            "battles that do not follow from their preferences: 3");
  }
}
