package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.ResponseResult;
import palmares.worker.Claims;
import palmares.worker.ScriptedApi;
import palmares.worker.client.Backoff;
import palmares.worker.client.JobKey;
import palmares.worker.client.WorkClient;

class ResultBatchesTest {

  private final ScriptedApi api = new ScriptedApi().job("j1", Claims.generate("j1", "x@1", "aa"));
  private final WorkClient client =
      new WorkClient(
          api.address(), "secret", new Backoff(Duration.ofMillis(5), Duration.ofMillis(9), 1));
  private final ResultBatches batches = batches(Duration.ofHours(1));

  private ResultBatches batches(Duration longestWait) {
    return new ResultBatches(client, new JobKey("j1", "t1", null), longestWait);
  }

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void aBatchIsNeverLongerThanFourMebibytes() throws Exception {
    var mebibyte = "x".repeat(1 << 20);

    for (int i = 0; i < 5; i++) {
      batches.add(new ResponseResult(i, 0, mebibyte, null));
    }
    batches.complete();

    assertThat(api.calls("/work/jobs/j1/results"))
        .allMatch(call -> call.body().length() <= 4 << 20)
        .extracting(call -> call.lines().size())
        .containsExactly(3, 2);
  }

  @Test
  void aResultThatNoBatchCanHoldIsTheSystemsFault() {
    var tooLong = new ResponseResult(0, 0, "x".repeat(4 << 20), null);

    assertThatExceptionOfType(EvaluatorException.class)
        .isThrownBy(() -> batches.add(tooLong))
        .withMessageContaining("longer than a batch may be: 4194304");
  }

  @Test
  void aResultDoesNotWaitLongForCompany() throws Exception {
    var impatient = batches(Duration.ZERO);

    impatient.add(new ResponseResult(0, 0, "a", null));

    assertThat(api.results("j1")).hasSize(1);
  }

  @Test
  void aBatchHasTwoThousandLinesAtMost() throws Exception {
    for (int i = 0; i < 4_300; i++) {
      batches.add(new ResponseResult(i, 0, "a", null));
    }
    batches.complete();

    var sent = api.calls("/work/jobs/j1/results");
    assertThat(sent).extracting(call -> call.lines().size()).containsExactly(2_000, 2_000, 300);
    assertThat(sent)
        .extracting(call -> call.headers().get("x-palmares-batch"))
        .containsExactly(
            ResultBatches.batchId("t1", 0),
            ResultBatches.batchId("t1", 1),
            ResultBatches.batchId("t1", 2));
  }

  @Test
  void aJobWithNothingToDoIsClosedWithoutABatch() throws Exception {
    batches.complete();

    assertThat(api.calls("/work/jobs/j1/results")).isEmpty();
    var complete = api.calls("/work/jobs/j1/complete").getFirst().json();
    assertThat(complete.get("results").asInt()).isZero();
    // printf '' | sha256sum
    assertThat(complete.get("digest").asText())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
