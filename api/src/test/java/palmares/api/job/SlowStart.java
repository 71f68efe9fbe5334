package palmares.api.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import palmares.db.UuidV7;
import palmares.db.job.RunSpec;

/// A start of a run whose transaction stays open until it is told to end.
final class SlowStart {

  private final CountDownLatch inserted = new CountDownLatch(1);
  private final CountDownLatch finish = new CountDownLatch(1);

  /// Returns when it is committed.
  void of(Ledger ledger, RunSpec spec) {
    var team = ledger.team("team-" + UuidV7.next(), 1);
    var submission = ledger.rows.submission(team);
    ledger.database.run(tx -> {
      ledger.start(tx, spec, new Ledger.Of(UuidV7.next(), submission, team), 0);
      inserted.countDown();
      try {
        finish.await(10, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
  }

  boolean isInserted() throws InterruptedException {
    return inserted.await(10, TimeUnit.SECONDS);
  }

  void finish() {
    finish.countDown();
  }
}
