package palmares.api.job;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.Tx;
import palmares.db.benchmark.Erratum;
import palmares.db.benchmark.ErratumStore;
import palmares.db.job.RescoreStore;
import palmares.db.leaderboard.PendingSystems;
import palmares.db.testing.TestDatabase;

class RescoringTest {

  private static final String WAITING =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"
          + " and datname = current_database()";

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  /// Invariant 3, for errata: of a sweeper that sees nothing left to score again, and a run that
  /// ends under the earlier gold at that moment, the run has the last word.
  @Test
  void aRunThatEndsWhileAnErratumIsBeingEndedOpensItAgain() throws Exception {
    var ledger = Ledger.on(POSTGRES);
    POSTGRES.asOwner("insert into gold_document select version_id, 2, sha256 from gold_document");
    ledger.database.run(
        tx -> ErratumStore.insert(tx, ledger.version, 2, "it was wrong", 1, ledger.account));

    var runEnded =
        ledger.database.transact(tx -> {
          ErratumStore.done(tx, requireNonNull(ErratumStore.due(tx)));
          var other =
              CompletableFuture.runAsync(() ->
                  ledger.database.run(beside -> ErratumStore.runEnded(beside, ledger.version, 1)));
          await().until(() -> other.isDone() || ledger.count(WAITING) > 0);
          return other;
        });
    runEnded.get(10, TimeUnit.SECONDS);

    assertThat(ledger.database.transact(tx -> newest(tx, ledger)).state()).isEqualTo("rescoring");
    assertThat(ledger.database.<Boolean>transact(tx -> ErratumStore.due(tx) != null)).isTrue();
  }

  /// Whatever an earlier one gives, nobody reads it.
  @Test
  void ofSeveralErrataOnlyTheNewestIsOpenedAgainByARunThatEndsUnderEarlierGold() {
    var ledger = Ledger.on(POSTGRES);
    for (int revision : new int[] {2, 3}) {
      POSTGRES.asOwner(
          "insert into gold_document select version_id, %d, sha256 from gold_document where revision = 1"
              .formatted(revision));
      ledger.database.run(tx -> {
        ErratumStore.insert(tx, ledger.version, revision, "it was wrong", 1, ledger.account);
        ErratumStore.done(tx, requireNonNull(ErratumStore.due(tx)));
      });
    }

    ledger.database.run(tx -> ErratumStore.runEnded(tx, ledger.version, 1));

    var errata = ledger.database.transact(tx -> ErratumStore.of(tx, ledger.version));
    assertThat(errata)
        .extracting(Erratum::revision, Erratum::state)
        .containsExactly(tuple(3, "rescoring"), tuple(2, "done"));
  }

  /// Invariant 1: each due row is seen to, whatever happens to another.
  @Test
  void anErratumThatCannotBeAdvancedDoesNotKeepTheOthersWaiting() {
    var stuck = Ledger.on(POSTGRES);
    var other = Ledger.beside(POSTGRES, stuck.blobs);
    for (var ledger : List.of(stuck, other)) {
      POSTGRES.asOwner(
          "insert into gold_document select version_id, 2, sha256 from gold_document where version_id = '%s'"
              .formatted(ledger.version));
      ledger.database.run(
          tx -> ErratumStore.insert(tx, ledger.version, 2, "it was wrong", 1, ledger.account));
    }
    Failing.update(POSTGRES, "erratum", "old.version_id = '%s'".formatted(stuck.version));

    await()
        .untilAsserted(() -> {
          stuck.sweeper.sweep();
          assertThat(stuck.database.transact(tx -> newest(tx, other)).state()).isEqualTo("done");
        });

    assertThat(stuck.database.transact(tx -> newest(tx, stuck)).state()).isEqualTo("rescoring");
    Failing.end(POSTGRES, "erratum");
  }

  @Test
  void noEarlierRunStandsInForOneThatIsLeftOut() {
    var ledger = Ledger.on(POSTGRES);
    var pairs = new Pairs(ledger);
    var first = ledger.run(ledger.start(ledger.scoring(10, Ledger.metric("exact-match"))));
    var second = ledger.start(first.spec(), first.team(), first.submission(), 0);
    ledger.workAll(ledger.worker(5, "exact-match"));
    POSTGRES.asOwner("insert into gold_document select version_id, 2, sha256 from gold_document");

    var exclusion = pairs.exclude("run", second);

    assertThat(waiting(ledger)).isEmpty();
    assertThat(pending(ledger)).isEmpty();
    pairs.lift(exclusion);
    assertThat(waiting(ledger)).containsExactly(second);
    assertThat(pending(ledger)).hasSize(1);
  }

  private static List<UUID> waiting(Ledger ledger) {
    return ledger.database.transact(tx -> RescoreStore.waiting(tx, ledger.version, 2, 10));
  }

  /// Under the second revision.
  private static List<PendingSystems.Pending> pending(Ledger ledger) {
    return ledger.database.transact(tx -> PendingSystems.of(tx, ledger.version, 2));
  }

  private static Erratum newest(Tx tx, Ledger ledger) {
    return ErratumStore.of(tx, ledger.version).getFirst();
  }
}
