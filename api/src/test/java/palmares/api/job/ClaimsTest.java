package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.job.ClaimResult.NotClaimable;
import palmares.db.Sha256;
import palmares.db.job.JobState;
import palmares.db.testing.TestDatabase;

class ClaimsTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(4, "lead-sentence", "rouge-l");
  }

  @Test
  void aGenerateClaimCarriesTheSettingsAndTheInputsWithoutGold() {
    ledger.start(ledger.generating(10, Ledger.metric("rouge-l")));

    var claim = ledger.claim(worker, ledger.dispatch().getFirst());

    assertThat(claim.settings()).isEqualTo(Map.of("words", "5"));
    assertThat(claim.responses()).isNull();
    assertThat(claim.job().state()).isEqualTo(JobState.CLAIMED);
    assertThat(claim.job().attempts()).isEqualTo(1);
  }

  /// Invariant 5: a claim is idempotent under an id made by the caller.
  @Test
  void theSameClaimIsAnsweredWithTheSameToken() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    var id = UUID.randomUUID();

    var first = (ClaimResult.Claimed) ledger.claims.claim(ledger.token, worker, job, id);
    var again = (ClaimResult.Claimed) ledger.claims.claim(ledger.token, worker, job, id);

    assertThat(again.token()).isEqualTo(first.token());
    assertThat(again.job().attempts()).isEqualTo(1);
  }

  @Test
  void aSecondWorkerDoesNotGetAClaimedJob() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.claim(worker, job);

    assertThat(refusal(ledger.worker(4, "rouge-l"), job)).isEqualTo("another worker holds it");
  }

  /// Invariant 4: a message is only a hint; a job whose message was lost can still be claimed.
  @Test
  void aJobThatIsReadyAgainCanBeClaimedByAnOldMessage() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.rows.overdue(job);
    ledger.sweeper.sweep();

    ledger.claim(worker, job);

    assertThat(ledger.job(job).state()).isEqualTo(JobState.CLAIMED);
  }

  @Test
  void aWorkerThatDoesNotOfferTheEvaluatorIsRefusedAndTheJobIsDispatchedAgain() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();

    assertThat(refusal(ledger.worker(4, "contains"), job))
        .isEqualTo("this worker does not offer rouge-l@1");
    assertThat(ledger.job(job).state()).isEqualTo(JobState.READY);
  }

  @Test
  void theWorkerOfAnotherTokenIsUnknown() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();

    assertThat(ledger.claims.claim(UUID.randomUUID(), worker, job, UUID.randomUUID()))
        .isEqualTo(new ClaimResult.Unknown("worker", worker));
  }

  /// Invariant 7: the next attempt is told the keys already done.
  @Test
  void theNextAttemptIsToldWhatIsDone() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    var first = ledger.claim(worker, job);
    ledger.deliverUpTo(first, 3);
    ledger.endings.release(job, first.token());

    var second = ledger.claim(ledger.worker(1, "rouge-l"), job);

    assertThat(second.done()).containsExactly(0, 1, 2);
  }

  /// Invariant 8: a retry prefers another worker.
  @Test
  void aReleasedJobGoesToAnotherWorkerWhileThereIsOne() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.endings.release(job, ledger.claim(worker, job).token());

    var other = ledger.worker(1, "rouge-l");

    assertThat(refusal(worker, job)).isEqualTo("it failed on this worker, and another has room");
    ledger.rows.makeDue(job);
    ledger.claim(other, job);
  }

  /// Invariant 22: only what the claim names can be read, and only under its token.
  @Test
  void onlyDocumentsOfTheCurrentClaimCanBeRead() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    var claim = ledger.claim(worker, job);

    assertThat(ledger.claims.mayRead(ledger.token, job, claim.token(), claim.inputs())).isTrue();
    assertThat(ledger.claims.mayRead(ledger.token, job, claim.token(), claim.responses())).isTrue();
    assertThat(ledger.claims.mayRead(ledger.token, job, claim.token(), Sha256.of("other")))
        .isFalse();
    assertThat(ledger.claims.mayRead(ledger.token, job, UUID.randomUUID(), claim.inputs()))
        .isFalse();
    assertThat(ledger.claims.mayRead(UUID.randomUUID(), job, claim.token(), claim.inputs()))
        .isFalse();
  }

  private String refusal(UUID by, UUID job) {
    var result = ledger.claims.claim(ledger.token, by, job, UUID.randomUUID());
    assertThat(result).isInstanceOf(NotClaimable.class);
    return ((NotClaimable) result).reason();
  }
}
