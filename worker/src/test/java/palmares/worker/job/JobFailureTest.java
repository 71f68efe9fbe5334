package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.worker.Claims;
import palmares.worker.ScriptedApi.Answer;

/// Failures of jobs, each laid at the right door.
class JobFailureTest {

  @TempDir private Path folder;
  private JobBench bench;

  @BeforeEach
  void open() throws IOException {
    bench = new JobBench(folder);
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @ParameterizedTest
  @CsvSource({
    "explodes@1, evaluator, explodes@1 on example e0",
    "recurses@1, evaluator, recurses@1 on example e0",
    "exhausts-memory@1, evaluator, OutOfMemoryError",
    "unknown@7, worker, nothing for unknown@7",
  })
  void aFailureIsLaidAtTheRightDoor(String offer, String failureClass, String reason)
      throws Exception {
    bench.scoreJob(offer, 1, Claims.given(0, "a0"));

    bench.take();

    var failure = bench.api.calls("/work/jobs/j1/fail").getFirst().json();
    assertThat(failure.get("failureClass").asText()).isEqualTo(failureClass);
    assertThat(failure.get("reason").asText()).contains(reason);
    assertThat(bench.api.calls("/work/jobs/j1/complete")).isEmpty();
  }

  @Test
  void aModelThatCannotBeReadIsTheWorkersFailure() throws Exception {
    var claim = bench.scoreClaim("minilm-to-reference@1", 1, Claims.given(0, "a0"));
    bench.api.job("j1", Claims.with(claim, "stage", "reward"));

    bench.take();

    assertThat(bench.failureClass()).isEqualTo("worker");
  }

  @Test
  void aDocumentThatIsNotWhatItsNameSaysIsTheWorkersFailure() throws Exception {
    bench.scoreJob("exact-match@1", 1);
    var claim = bench.scoreClaim("exact-match@1", 1);
    bench.api.always(
        "/work/jobs/j1/documents/" + claim.get("inputs"), call -> new Answer(200, "{}", Map.of()));

    bench.take();

    assertThat(bench.failureClass()).isEqualTo("worker");
  }

  @Test
  void anApiThatFailsForAWhileCostsNothing() throws Exception {
    bench.scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    bench
        .api
        .next("/work/jobs/j1/results", JobBench.BROKEN)
        .next("/work/jobs/j1/results", JobBench.BROKEN);
    bench.api.next("/work/jobs/j1/complete", JobBench.BROKEN);

    bench.take();

    assertThat(bench.api.calls("/work/jobs/j1/complete")).hasSize(2);
    assertThat(bench.api.calls("/work/jobs/j1/fail")).isEmpty();
  }

  @Test
  void anApiThatKeepsFailingMakesATransientFailure() throws Exception {
    bench.scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    bench.api.always("/work/jobs/j1/results", call -> JobBench.BROKEN);

    bench.take();

    assertThat(bench.failureClass()).isEqualTo("transient");
  }

  @Test
  void aSupersededJobIsDroppedWithoutAWord() throws Exception {
    bench.scoreJob("exact-match@1", 1, Claims.given(0, "a0"));
    bench.api.always("/work/jobs/j1/results", call -> Answer.problem(409, "superseded"));

    bench.take();

    assertThat(bench.api.calls("/work/jobs/j1/results")).hasSize(1);
    assertThat(bench.api.calls("/work/jobs/j1/complete")).isEmpty();
    assertThat(bench.api.calls("/work/jobs/j1/fail")).isEmpty();
  }
}
