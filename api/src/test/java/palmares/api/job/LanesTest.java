package palmares.api.job;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.identity.Reach;
import palmares.db.job.DispatchStore;
import palmares.db.job.WorkerStore;
import palmares.db.testing.TestDatabase;

/// Workers that can do different things do not wait for each other.
class LanesTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private Ledger ledger;

  @BeforeEach
  void emptyLedger() {
    ledger = Ledger.on(POSTGRES);
  }

  @Test
  void workersOfOneKindAreNotKeptIdleByJobsForAnother() {
    var team = ledger.team("team", 1);
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), team, 1);
    ledger.start(ledger.scoring(1, Ledger.metric("chrf")), team, 0);
    ledger.worker(1, "rouge-l");
    ledger.worker(2, "chrf");

    assertThat(offers(ledger.dispatch())).isEqualTo(Map.of("rouge-l@1", 2L, "chrf@1", 4L));
    assertThat(ledger.dispatch()).isEmpty();
  }

  @Test
  void whatIsOutForAWorkerThatDoesLessLeavesRoomOnOneThatDoesMore() {
    ledger.start(ledger.scoring(1, Ledger.metric("rouge-l")), ledger.team("one", 1), 0);
    ledger.start(ledger.scoring(1, Ledger.metric("chrf")), ledger.team("other", 1), 0);
    ledger.worker(1, "rouge-l");
    ledger.worker(1, "rouge-l", "chrf");

    assertThat(offers(ledger.dispatch())).isEqualTo(Map.of("rouge-l@1", 2L, "chrf@1", 2L));
    assertThat(ledger.dispatch()).isEmpty();
  }

  @Test
  void aJobGoesToTheLaneOfThoseThatOfferWhatItNeeds() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("chrf")));
    ledger.worker(1, "rouge-l");
    worker("gpu", "chrf");
    var job = ledger.jobsOf(run).getFirst();
    assertThat(dispatch("gpu")).isEmpty();
    ledger.rows.overdue(job);

    ledger.sweeper.sweep();

    assertThat(dispatch("gpu")).containsExactly(job);
  }

  @Test
  void aJobStaysInItsLaneWhileSomeoneThereOffersWhatItNeeds() {
    var run = ledger.start(ledger.scoring(10, Ledger.metric("chrf")));
    ledger.worker(1, "chrf");
    worker("accelerated", "chrf");
    var job = ledger.jobsOf(run).getFirst();
    ledger.rows.overdue(job);

    ledger.sweeper.sweep();

    assertThat(ledger.dispatch()).containsExactly(job);
  }

  @Test
  void whatIsOfferedInSeveralLanesIsPlannedForTheProcessor() {
    worker("accelerated", "chrf");
    worker("gpu", "rouge-l");
    ledger.worker(1, "chrf");

    assertThat(ledger.database.transact(WorkerStore::lanes))
        .isEqualTo(Map.of("chrf@1", "cpu", "rouge-l@1", "gpu"));
  }

  private void worker(String lane, String offer) {
    ledger.workers.register(
        ledger.token,
        Reach.everything("default"),
        "worker-of-" + lane,
        List.of(lane),
        List.of(new Workers.Offer(offer, 1, "metric", null, null, null)),
        1);
  }

  private List<UUID> dispatch(String lane) {
    return ledger.database.transact(tx ->
        DispatchStore.dispatch(tx, lane, Ledger.CONFIG.patience()).stream()
            .map(DispatchStore.Dispatched::job)
            .toList());
  }

  private Map<String, Long> offers(List<UUID> jobs) {
    return jobs.stream().collect(groupingBy(job -> ledger.job(job).offer(), counting()));
  }
}
