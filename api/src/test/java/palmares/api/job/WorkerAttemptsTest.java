package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.RunningApi;

class WorkerAttemptsTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void whatALostWorkerHeldIsShownWithWhoTookItNext() {
    var ledger = Ledger.beside(API.postgres(), API.postgres().blobs());
    var lost = ledger.worker(8, "rouge-l");
    ledger.start(ledger.scoring(5, Ledger.metric("rouge-l")));
    var jobs = ledger.dispatch();
    ledger.work(lost, jobs.getFirst());
    ledger.claim(lost, jobs.getLast());
    ledger.rows.overdue(jobs.getLast());
    ledger.sweeper.sweep();
    var other = ledger.worker(8, "rouge-l");
    ledger.rows.overdueIfOpen(jobs.getLast());
    ledger.claim(other, jobs.getLast());

    var first = API.admin().get("workers/" + lost + "/attempts?limit=1");
    var second = API.admin().get("workers/" + lost + "/attempts?cursor=" + first.at("next"));

    assertThat(first.at("items[0].job") + " " + first.at("items[0].outcome"))
        .isEqualTo(jobs.getLast() + " lost");
    assertThat(first.at("items[0].next.worker")).isEqualTo("worker");
    assertThat(first.at("items[0].next.claimedAt")).isGreaterThan(first.at("items[0].endedAt"));
    assertThat(first.at("items[0].next.outcome")).as("it works on it").isEqualTo("absent");
    assertThat(second.at("items[0].job") + " " + second.at("items[0].outcome"))
        .isEqualTo(jobs.getFirst() + " done");
    assertThat(second.at("items[0].next")).isEqualTo("absent");
    assertThat(API.admin().get("workers/" + UUID.randomUUID() + "/attempts").status())
        .isEqualTo(404);
  }
}
