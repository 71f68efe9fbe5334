package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.GivenLine;

class DocumentLinesTest {

  @Test
  void onlyWantedLinesAreRead() throws Exception {
    try (var lines =
        lines(
            ordinal -> ordinal != 1,
            "{\"ordinal\":0,\"text\":\"a\"}",
            "{\"ordinal\":1,\"text\":7 }",
            "{\"text\":\"c\",\"sample\":1,\"ordinal\":2}")) {
      assertThat(lines.all()).containsExactly(new GivenLine(0, 0, "a"), new GivenLine(2, 1, "c"));
    }
  }

  @Test
  void linesComeInPortions() throws Exception {
    try (var lines =
        lines(ordinal -> true, "{\"ordinal\":0}", "", "{\"ordinal\":1}", "{\"ordinal\":2}")) {
      assertThat(lines.next(2)).extracting(GivenLine::ordinal).containsExactly(0, 1);
      assertThat(lines.next(2)).extracting(GivenLine::ordinal).containsExactly(2);
      assertThat(lines.next(2)).isEmpty();
    }
  }

  @Test
  void aLineWithoutAnOrdinalIsRefused() throws Exception {
    try (var lines = lines(ordinal -> true, "{\"text\":\"a\"}")) {
      assertThatIOException()
          .isThrownBy(lines::all)
          .withMessage("a line of a document needs an ordinal: {\"text\":\"a\"}");
    }
  }

  private static DocumentLines<GivenLine> lines(IntPredicate wanted, String... lines) {
    var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    return new DocumentLines<>(new ByteArrayInputStream(bytes), GivenLine.class, wanted);
  }
}
