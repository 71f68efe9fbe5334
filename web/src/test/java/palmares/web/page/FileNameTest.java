package palmares.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;

final class FileNameTest {

  @Test
  void aPlainNameStays() {
    assertThat(FileName.of("short-reading-1.2-examples", "jsonl"))
        .isEqualTo("short-reading-1.2-examples.jsonl");
  }

  @Test
  void noNameIsMoreThanAName() {
    new Sink("file name of a page")
        .survives(
            HostileText.all(),
            text ->
                assertThat(FileName.of(text.text(), "csv"))
                    .matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,119}\\.csv"));
  }
}
