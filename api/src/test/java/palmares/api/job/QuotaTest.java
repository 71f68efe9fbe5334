package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.quota.QuotaStore;
import palmares.db.quota.QuotaStore.Taken;
import palmares.db.testing.TestDatabase;

class QuotaTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase(20);

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
  }

  /// Invariant 10: guarded by one conditional UPDATE.
  @Test
  void of200AtOnceWithALimitOf5ExactlyFiveGetThrough() throws Exception {
    var team = ledger.team("eager", 1);
    var start = new CountDownLatch(1);

    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var taken =
          IntStream.range(0, 200)
              .mapToObj(i ->
                  executor.submit(() -> {
                    start.await();
                    return ledger.database.transact(
                        tx -> QuotaStore.take(tx, ledger.version, team, 5));
                  }))
              .toList();
      start.countDown();
      int reserved = 0;
      for (var each : taken) {
        reserved += each.get(60, TimeUnit.SECONDS) instanceof Taken.Reserved ? 1 : 0;
      }
      assertThat(reserved).isEqualTo(5);
    }
    int left = ledger.database.transact(tx -> QuotaStore.left(tx, ledger.version, team, 5));
    assertThat(left).isZero();
  }

  @Test
  void whatIsSpentComesBackWithTheNextUtcDay() {
    var team = ledger.team("eager", 1);
    ledger.database.run(tx -> QuotaStore.take(tx, ledger.version, team, 1));

    var spent = ledger.database.transact(tx -> QuotaStore.take(tx, ledger.version, team, 1));

    assertThat(spent).isInstanceOf(Taken.Spent.class);
    assertThat(((Taken.Spent) spent).again().toSeconds()).isBetween(1L, 86_400L);
  }

  @Test
  void aRefundAfterACommitGivesNothingBack() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    ledger.reserveQuota(run);

    ledger.database.run(tx -> QuotaStore.commit(tx, run));
    ledger.database.run(tx -> QuotaStore.refund(tx, run, "too late"));

    assertThat(ledger.count("select used from quota")).isEqualTo(1);
    assertThat(ledger.count("select count(*) from quota_entry")).isEqualTo(2);
  }
}
