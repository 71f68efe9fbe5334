package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work;
import palmares.contract.work.Work.GivenLine;
import palmares.scoring.evaluator.Score.Cause;
import palmares.worker.Claims;
import palmares.worker.job.Portions.Given;

class PortionsTest {

  @Test
  void aPortionEndsWithTheTextThatFillsIt() throws Exception {
    var text = "x".repeat(Work.LONGEST_EVALUATED);
    var inOne = Portions.MOST / Work.LONGEST_EVALUATED;

    var portions = portions(text, inOne + 1);

    assertThat(portions.next()).hasSize(inOne);
    assertThat(portions.next()).containsOnlyKeys(inOne);
    assertThat(portions.next()).isEmpty();
    assertThat(portions.examples()).isEqualTo(inOne + 1);
  }

  @Test
  void whatIsNotEvaluatedIsNotHeld() throws Exception {
    var portions = portions("x".repeat(Work.LONGEST_EVALUATED + 1), 20);

    assertThat(portions.next())
        .hasSize(20)
        .allSatisfy((ordinal, given) ->
            assertThat(given).containsExactly(new Given(ordinal, 0, "", Cause.OVER_LONG)));
  }

  private static Portions portions(String text, int size) {
    var lines =
        IntStream.range(0, size)
            .mapToObj(i -> Claims.given(i, text))
            .collect(Collectors.joining("\n"));
    var document = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
    return new Portions(new DocumentLines<>(document, GivenLine.class, ordinal -> true));
  }
}
