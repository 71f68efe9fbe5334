package palmares.db.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import palmares.db.Sha256;
import palmares.db.testing.TestDatabase;

class BlobStoreTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @TempDir Path directory;

  @Test
  void givesBackWhatWasStoredUnderItsSha256() {
    var blobs = new BlobStore(directory);
    var content = new byte[300_000];
    new Random(7).nextBytes(content);

    var blob = POSTGRES.database().transact(tx -> blobs.put(tx, content, "text/plain"));

    assertThat(blob.sha256()).isEqualTo(Sha256.of(content));
    assertThat(blob.size()).isEqualTo(300_000);
    assertThat(blobs.read(blob.sha256())).isEqualTo(content);
    var row = POSTGRES.database().transact(tx -> blobs.find(tx, blob.sha256()));
    assertThat(row).isEqualTo(blob);
  }

  @Test
  void storesTheSameContentOnce() throws IOException {
    var blobs = new BlobStore(directory);

    for (int i = 0; i < 3; i++) {
      POSTGRES.database().run(tx -> blobs.put(tx, "same".getBytes(UTF_8), "text/plain"));
    }

    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void aSpoolThatIsNotKeptLeavesNothing() throws IOException {
    var blobs = new BlobStore(directory);

    try (var spool = blobs.spool()) {
      spool.stream().write("given up".getBytes(UTF_8));
    }

    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void namesTheBlobThatIsNotThere() {
    var blobs = new BlobStore(directory);
    var absent = Sha256.of("absent");

    assertThatThrownBy(() -> blobs.read(absent))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(absent.hex());
  }
}
