package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.Tx;
import palmares.db.job.SweepStore;
import palmares.db.testing.TestDatabase;

/// Many jobs come when PostgreSQL has counted none, and it plans as for one: to choose anew for
/// each job that it compares, or to go through them all.
class SurprisedPlannerTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private static final int DUE = 3_000;
  private static final int AT_ONCE = 500;

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
    ledger.worker(8, "rouge-l");
  }

  @Test
  void asManyAreExplainedAsAreHeldAtOnce() {
    become("ready");

    assertThat(sweep(SweepStore::explainWaiting)).isEqualTo(AT_ONCE);
  }

  @Test
  void asManyArePutBackAsAreHeldAtOnce() {
    become("dispatched");

    assertThat(sweep(SweepStore::unclaimed)).isEqualTo(AT_ONCE);
  }

  @Test
  void aDispatchReadsTheJobsThatItGivesOut() {
    var run = become("ready");
    var scans = read("idx_scan");
    var rows = read("idx_tup_read");

    assertThat(ledger.dispatch()).hasSizeBetween(1, 16);

    await()
        .until(() -> {
          ledger.stateOf(run); // a connection says what it has read once it does something else
          return read("idx_scan") > scans;
        });
    assertThat(read("idx_tup_read") - rows).isLessThan(DUE / 2);
  }

  /// Of the indexes of jobs, as PostgreSQL counts it, a while after the transaction.
  private long read(String what) {
    return ledger.count(
        "select sum(%s)::bigint from pg_stat_user_indexes where relname = 'job'".formatted(what));
  }

  private int sweep(ToIntFunction<Tx> step) {
    return ledger.database.transact(step::applyAsInt);
  }

  /// A run's only job is counted as done; then many like it are due in this state.
  private UUID become(String state) {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("rouge-l")));
    UUID job = ledger.jobsOf(run).getFirst();
    POSTGRES.asOwner(
        """
        alter table job set (autovacuum_enabled = false);
        update job set state = 'done', due_at = null, waiting_for = null;
        """);
    POSTGRES.asOwner("vacuum analyze job");
    POSTGRES.asOwner(
        """
        insert into job (id, run_id, team_id, stage, capability, offer, evaluator_version_id,
          first_ordinal, last_ordinal, priority, state, waiting_for, due_at)
        select gen_random_uuid(), run_id, team_id, stage, capability, offer, evaluator_version_id,
          1, 1, 0, '%s', 'something', clock_timestamp() - interval '1 second'
        from job, generate_series(1, %d) where id = '%s'
        """
            .formatted(state, DUE, job));
    return run;
  }
}
