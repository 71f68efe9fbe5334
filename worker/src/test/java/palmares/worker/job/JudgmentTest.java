package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.work.Work;
import palmares.worker.Claims;

class JudgmentTest {

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

  @Test
  void eachPairIsShownInBothOrdersAndToldFromTheLeft() throws Exception {
    judge(
        4,
        List.of(
            Claims.given(0, "yes"),
            Claims.given(1, "no"),
            Claims.given(2, "yes"),
            Claims.given(3, "no")),
        List.of(
            Claims.given(3, "no"),
            Claims.given(2, "no"),
            Claims.given(1, "yes"),
            Claims.given(0, "yes")));

    assertThat(bench.api.results("j1"))
        .extracting(JudgmentTest::said)
        .containsExactly(
            "0 1: 0.5 tie",
            "0 2: 0.5 tie",
            "1 1: 0.0 second",
            "1 2: 0.0 first",
            "2 1: 1.0 first",
            "2 2: 1.0 second",
            "3 1: 0.5 tie",
            "3 2: 0.5 tie");
    var complete = bench.api.calls("/work/jobs/j1/complete").getFirst().json();
    assertThat(complete.get("results").asInt()).isEqualTo(8);
  }

  @Test // invariant 16
  void aGapLosesInEitherOrderAndOfTwoNobodyWins() throws Exception {
    var endless = "yes ".repeat(Work.LONGEST_EVALUATED / 4 + 1);
    judge(
        4,
        List.of(Claims.given(1, " "), Claims.given(2, "no"), Claims.given(3, "")),
        List.of(Claims.given(0, "no"), Claims.given(1, "no"), Claims.given(2, endless)));

    assertThat(bench.api.results("j1"))
        .extracting(JudgmentTest::said)
        .containsExactly(
            "0 1: 0.0 first-gap",
            "0 2: 0.0 second-gap",
            "1 1: 0.0 first-gap",
            "1 2: 0.0 second-gap",
            "2 1: 1.0 second-gap",
            "2 2: 1.0 first-gap",
            "3 1: MISSING",
            "3 2: MISSING");
  }

  @Test // invariant 7
  void whatIsDoneIsNotJudgedAgain() throws Exception {
    var texts = IntStream.range(0, 40).mapToObj(i -> Claims.given(i, "yes")).toList();
    var claim =
        Claims.with(claim(40, texts, texts), "done", IntStream.range(0, 37).boxed().toList());
    bench.api.job("j1", claim);

    bench.take();

    assertThat(bench.api.results("j1"))
        .extracting(JobBench::ordinal)
        .containsExactly(37, 37, 38, 38, 39, 39);
  }

  @Test
  void aChecklistThatCannotBeUsedIsTheEvaluatorsFailure() throws Exception {
    var gold = Claims.gold(0, "Passage.", "Question?", List.of("a"));
    var given = bench.api.document("j1", Claims.given(0, "yes"));
    var claim = Claims.score("j1", "checklist-pair@1", bench.api.document("j1", gold), given);
    claim.put("stage", "pair");
    claim.put("against", given);
    bench.api.job("j1", claim);

    bench.take();

    assertThat(bench.failureClass()).isEqualTo("evaluator");
  }

  @Test
  void aClaimWithoutTheOtherSideIsNotWorkedOn() throws Exception {
    bench.api.job("j1", Claims.with(claim(1, List.of(), List.of()), "against", null));

    bench.take();

    assertThat(bench.failureClass()).isEqualTo("worker");
    assertThat(bench.api.results("j1")).isEmpty();
  }

  private void judge(int examples, List<String> left, List<String> right)
      throws InterruptedException {
    bench.api.job("j1", claim(examples, left, right));
    bench.take();
  }

  private Map<String, Object> claim(int examples, List<String> left, List<String> right) {
    var gold =
        IntStream.range(0, examples)
            .mapToObj(i -> Claims.gold(i, "Passage.", "Question?", List.of("a")))
            .map(line -> line.substring(0, line.lastIndexOf('}')) + CHECKLIST)
            .toArray(String[]::new);
    var claim =
        Claims.score(
            "j1",
            "checklist-pair@1",
            bench.api.document("j1", gold),
            bench.api.document("j1", left.toArray(String[]::new)));
    claim.put("stage", "pair");
    claim.put("against", bench.api.document("j1", right.toArray(String[]::new)));
    claim.put("lastOrdinal", examples - 1);
    return claim;
  }

  private static final String CHECKLIST =
      ",\"checklist\":[{\"name\":\"says yes\",\"contains\":\"yes\"}]}";

  private static String said(JsonNode line) {
    var key = line.get("ordinal").asInt() + " " + line.get("leftShown").asInt() + ": ";
    return line.hasNonNull("probability")
        ? key + line.get("probability").asDouble() + " " + line.get("label").asText()
        : key + line.get("cause").asText();
  }
}
