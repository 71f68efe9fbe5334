package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.job.Doctor;
import palmares.db.job.JobState;
import palmares.db.job.RunState;
import palmares.db.testing.TestDatabase;

class SweeperTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private Ledger ledger;
  private UUID worker;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    worker = ledger.worker(8, "rouge-l");
  }

  /// Invariants 1 and 8: a lost worker's job goes back, and the loss costs it nothing.
  @Test
  void aLapsedLeaseMakesTheJobReadyAtNoCost() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.claim(worker, job);
    ledger.rows.overdue(job);

    ledger.sweeper.sweep();

    assertThat(ledger.job(job).state()).isEqualTo(JobState.READY);
    assertThat(ledger.job(job).failures()).isZero();
    assertThat(ledger.count("select count(*) from attempt where outcome = 'lost'")).isEqualTo(1);
    assertThat(ledger.count("select count(*) from event where kind = 'job-retried'")).isEqualTo(1);
  }

  @Test
  void aStepThatEndsByAnErrorKeepsNoOtherFromBeingDone() {
    var rows =
        ledger.sweeper.step(
            "what nests too deep",
            () -> {
              throw new StackOverflowError();
            });

    assertThat(rows).isZero();
  }

  /// Invariant 1: each due row is seen to, whatever happens to another.
  @Test
  void aJobThatCannotBeDealtWithDoesNotKeepTheOthersWaiting() {
    ledger.start(ledger.scoring(2, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    jobs.forEach(job -> ledger.claim(worker, job));
    jobs.forEach(ledger.rows::overdue);
    var stuck = jobs.getFirst();
    Failing.update(POSTGRES, "job", "old.id = '%s'".formatted(stuck));

    await()
        .untilAsserted(() -> {
          ledger.sweeper.sweep();
          assertThat(jobs.subList(1, jobs.size()))
              .allMatch(job -> ledger.job(job).state() == JobState.READY);
        });

    assertThat(ledger.job(stuck).state()).isEqualTo(JobState.CLAIMED);
    Failing.end(POSTGRES, "job");
    await()
        .untilAsserted(() -> {
          ledger.sweeper.sweep();
          assertThat(ledger.job(stuck).state()).isEqualTo(JobState.READY);
        });
  }

  @Test
  void aRunThatCannotBeCountedDoesNotKeepTheOthersWaiting() {
    var stuck = ledger.start(ledger.scoring(10, Ledger.metric("chrf")));
    var other = ledger.start(ledger.scoring(10, Ledger.metric("chrf")));
    POSTGRES.asOwner(
        "update run set open_jobs = 7, due_at = now() - case id when '%s' then interval '1 hour' else interval '1 second' end"
            .formatted(stuck));
    Failing.update(POSTGRES, "run", "old.id = '%s'".formatted(stuck));

    await()
        .untilAsserted(() -> {
          ledger.sweeper.sweep();
          assertThat(ledger.run(other).openJobs()).isEqualTo(1);
        });

    assertThat(ledger.run(stuck).openJobs()).isEqualTo(7);
    Failing.end(POSTGRES, "run");
  }

  /// Invariant 8: an outage of ours makes many leases lapse at once, and is no fault of the
  /// worker's.
  @Test
  void leasesThatLapseTogetherAreOneFailureOfTheirWorker() {
    ledger.start(ledger.scoring(2, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    assertThat(jobs).hasSizeGreaterThan(Ledger.CONFIG.quarantine());
    jobs.forEach(job -> ledger.claim(worker, job));
    jobs.forEach(ledger.rows::overdue);

    ledger.sweeper.sweep();

    assertThat(jobs).allMatch(job -> ledger.job(job).state() == JobState.READY);
    assertThat(ledger.workers.recent()).singleElement().matches(w -> w.state().equals("live"));
    assertThat(ledger.count("select failures_in_row from worker")).isEqualTo(1);
  }

  @Test
  void leasesThatLapseOneAfterTheOtherQuarantineTheirWorker() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();

    for (int i = 0; i < Ledger.CONFIG.quarantine(); i++) {
      ledger.rows.overdueIfOpen(job);
      ledger.claim(worker, job);
      ledger.rows.overdue(job);
      POSTGRES.asOwner("update worker set lost_at = lost_at - interval '1 minute'");
      ledger.sweeper.sweep();
    }

    assertThat(ledger.workers.recent())
        .singleElement()
        .matches(w -> w.state().equals("quarantined"));
  }

  /// Invariant 4: the broker may lose everything it holds.
  @Test
  void whatWasDispatchedAndNotClaimedInTimeIsDispatchedAgain() {
    ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    var job = ledger.dispatch().getFirst();
    ledger.rows.overdue(job);

    ledger.sweeper.sweep();

    assertThat(ledger.dispatch()).containsExactly(job);
  }

  /// Invariant 1: what is waited for is said in words.
  @Test
  void aJobSaysWhichWorkerItWaitsFor() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("chrf")));
    ledger.jobsOf(run).forEach(ledger.rows::overdue);

    ledger.sweeper.sweep();
    ledger.postgres.asOwner("update run set due_at = now()");
    ledger.sweeper.sweep();

    assertThat(ledger.postgres.query("select waiting_for from run", String.class))
        .containsExactly("a worker with chrf@1");
  }

  @Test
  void aSilentWorkerIsGoneAndOneThatSpeaksAgainIsLive() {
    ledger.postgres.asOwner("update worker set due_at = now()");

    ledger.sweeper.sweep();

    assertThat(ledger.workers.recent()).singleElement().matches(w -> w.state().equals("gone"));
    ledger.workers.heartbeat(ledger.token, worker, java.util.List.of(), 0, false);
    assertThat(ledger.workers.recent()).singleElement().matches(w -> w.isLive());
  }

  /// Invariant 3: the sweeper recounts, and ends what was left behind.
  @Test
  void aRunWhoseCountWasWrongIsCorrectedAndEnded() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    ledger.postgres.asOwner("update run set open_jobs = 2, due_at = now()");
    ledger.work(worker, ledger.dispatch().getFirst());
    assertThat(ledger.stateOf(run)).isEqualTo(RunState.ACTIVE);

    ledger.postgres.asOwner("update run set due_at = now()");
    ledger.sweeper.sweep();

    assertThat(ledger.stateOf(run)).isEqualTo(RunState.COMPLETE);
  }

  /// Invariant 15: two sweepers at once take each row once.
  @Test
  void twoSweepersTakeEachLapsedJobOnce() throws Exception {
    var run = ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    jobs.forEach(job -> ledger.claim(worker, job));
    jobs.forEach(ledger.rows::overdue);

    var start = new CountDownLatch(1);
    Callable<Integer> sweep =
        () -> {
          start.await();
          return ledger.sweeper.sweep();
        };
    try (var executor = Executors.newFixedThreadPool(2)) {
      var first = executor.submit(sweep);
      var second = executor.submit(sweep);
      start.countDown();
      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
    }

    assertThat(ledger.count("select count(*) from attempt where outcome = 'lost'"))
        .isEqualTo(jobs.size());
    assertThat(ledger.run(run).openJobs()).isEqualTo(10);
    assertHealthy();
  }

  /// Invariant 12: rows are taken by state, so that a slow transaction's are not passed over.
  @Test
  void jobsThatBecomeVisibleLateAreStillDispatched() throws Exception {
    var slow = new SlowStart();
    try (var executor = Executors.newSingleThreadExecutor()) {
      var started =
          executor.submit(() -> slow.of(ledger, ledger.scoring(10, Ledger.metric("rouge-l"))));
      assertThat(slow.isInserted()).isTrue();
      ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
      assertThat(ledger.dispatch()).hasSize(1);

      slow.finish();
      started.get(10, TimeUnit.SECONDS);
    }

    assertThat(ledger.dispatch()).hasSize(1);
  }

  @Test
  void idempotencyKeysAreForgottenAfterTwoDays() {
    for (var hours : new int[] {47, 49}) {
      ledger.postgres.asOwner(
          """
          insert into idempotency (account_id, method, route, key, fingerprint, created_at)
          values ('%s', 'POST', '/submissions', 'k%d', sha256(''), now() - interval '%d hours')
          """
              .formatted(ledger.account, hours, hours));
    }

    ledger.sweeper.sweep();

    assertThat(ledger.postgres.query("select key from idempotency", String.class))
        .containsExactly("k47");
  }

  /// Invariant 2: the doctor finds what is wrong, and says where.
  @Test
  void theDoctorNamesWhatIsWrong() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    assertHealthy();

    ledger.postgres.asOwner("update run set open_jobs = 7, due_at = now() - interval '2 minutes'");

    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .extracting(Doctor.Finding::check, finding -> finding.details().getFirst())
        .containsExactly(
            org.assertj.core.api.Assertions.tuple("overdue rows", "run " + run),
            org.assertj.core.api.Assertions.tuple(
                "runs whose open jobs do not add up", "run " + run + " says 7, has 1"));
  }

  private void assertHealthy() {
    assertThat(Doctor.examine(ledger.database))
        .filteredOn(finding -> finding.violations() > 0)
        .isEmpty();
  }
}
