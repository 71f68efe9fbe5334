package palmares.api.work;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.db.evidence.GivenResponse;
import palmares.db.evidence.ScoreRow;
import palmares.scoring.evaluator.Score.Cause;

class ResultLinesTest {

  @Test
  void readsValuesAndGaps() {
    assertThat(
            scores(
                """
                {"ordinal":3,"sample":0,"value":0.5,"aspects":{"recall":1}}
                {"ordinal":4,"sample":1,"cause":"EMPTY","value":null}
                """
                    .getBytes(UTF_8)))
        .containsExactly(
            new ScoreRow(3, 0, 0.5, null, Map.of("recall", 1.0)),
            new ScoreRow(4, 1, null, Cause.EMPTY, Map.of()));
  }

  @Test
  void readsResponses() {
    assertThat(responses("{\"ordinal\":3,\"sample\":0,\"text\":\"\"}".getBytes(UTF_8)))
        .containsExactly(new GivenResponse(3, 0, "", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"ordinal\":1,\"sample\":0}|line 1: ordinal 1 needs either a value or a cause: null, null",
        "{\"sample\":0,\"value\":1}|line 1: ordinal must be there and 0 or more",
        "{\"ordinal\":1,\"valeu\":1}|line 1: has the unknown field valeu",
        "{\"ordinal\":1.5,\"value\":1}|line 1: ordinal must be a whole number",
        "[1]|line 1: must be an object"
      })
  void saysWhichLineIsWrongAndWhy(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores(line.getBytes(UTF_8)))
        .withMessage(message);
  }

  @Test
  void refusesWhatIsNotJsonAndWhatIsTwiceInALine() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores("{\"ordinal\":1,".getBytes(UTF_8)))
        .withMessageStartingWith("line 1 is not JSON");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores("{\"ordinal\":1,\"ordinal\":2,\"value\":1}".getBytes(UTF_8)))
        .withMessageContaining("Duplicate field");
  }

  /// Invariants 7 and 27: a batch is bounded, packed or not.
  @Test
  void refusesMoreThanABatchMayHold() throws Exception {
    var line = "{\"ordinal\":1,\"value\":1}\n";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores(line.repeat(2001).getBytes(UTF_8)))
        .withMessage("a batch must have at most 2000 lines");

    var bomb = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bomb)) {
      out.write(" ".repeat(5 * 1024 * 1024).getBytes(UTF_8));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scores(bomb.toByteArray()))
        .withMessage("a batch must have at most 4194304 bytes");
  }

  private static List<ScoreRow> scores(byte[] lines) {
    return ResultLines.read(lines).scores();
  }

  private static List<GivenResponse> responses(byte[] lines) {
    return ResultLines.read(lines).responses();
  }
}
