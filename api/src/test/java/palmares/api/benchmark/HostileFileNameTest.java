package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpResponse;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;

/// Invariant 26 for the names under which files are saved.
class HostileFileNameTest {

  @Test
  void aNameStaysOneQuotedTextOfOneHeader() {
    new Sink("file name of a download")
        .survives(
            HostileText.shorter(),
            text -> {
              var answer = HttpResponse.ok();

              BenchmarkController.attached(
                      InputStream.nullInputStream(), text.text(), text.text(), "examples")
                  .process(answer);

              assertThat(answer.getHeaders().getAll("Content-Disposition"))
                  .singleElement()
                  .asString()
                  .matches(
                      "attachment; filename=\"[\\w.-]+\\.jsonl\"; filename\\*=utf-8''[\\w.-]+\\.jsonl");
            });
  }
}
