package palmares.api.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.work.Work.GivenLine;
import palmares.db.Json;
import palmares.db.blob.BlobStore;
import palmares.db.evidence.GivenResponse;

class ResponseDocumentTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          "plain",
          "\"quoted\" \\ / \b\t\n\f\r",
          "naïve 日本 \uD83D\uDE00 \u2028 \u007f",
          "<b>&amp;</b>");

  @TempDir private Path folder;

  @Test
  void itsLinesAreCanonicalSoThatTheSameResponsesHaveTheSameDigest() {
    assertThat(TEXTS)
        .allSatisfy(text ->
            assertThat(ResponseDocument.line(new GivenResponse(7, 1, text, null)))
                .isEqualTo(Json.canonical(new GivenLine(7, 1, text))));
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    try (var document = ResponseDocument.in(new BlobStore(folder))) {
      TEXTS.forEach(text -> document.add(new GivenResponse(TEXTS.indexOf(text), 0, text, null)));

      var read = new ArrayList<String>();
      document.forEach(response -> read.add(response.text()));
      assertThat(read).isEqualTo(TEXTS);
    }
  }
}
