package palmares.api.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir Path folder;

  @Test
  void aKeyIsMadeThatItsOwnerAloneReads() throws IOException {
    var file = folder.resolve("below/master.key");

    var keys = KeyFile.readOrCreate(file);

    assertThat(keys).hasSize(1).isEqualTo(KeyFile.readOrCreate(file));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void processesThatMakeOneAtOnceGetTheSame() throws Exception {
    var file = folder.resolve("master.key");

    try (var threads = Executors.newFixedThreadPool(8)) {
      var all =
          IntStream.range(0, 32)
              .mapToObj(i -> threads.submit(() -> KeyFile.readOrCreate(file)))
              .toList();
      for (var each : all) {
        assertThat(each.get()).isEqualTo(KeyFile.read(file));
      }
    }
  }

  @Test
  void aFileThatOthersCanReadIsRefused() throws IOException {
    var file = folder.resolve("master.key");
    Files.writeString(file, MasterKey.random());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> KeyFile.read(file))
        .hasMessageContaining("readable by their owner alone (0600), not rw-r-----");
  }

  @Test
  void theFirstKeySealsAndLinesOfCommentAreLeftOut() throws IOException {
    var newer = MasterKey.random();
    var older = MasterKey.random();
    var file = folder.resolve("master.key");
    Files.writeString(file, "# since May\n" + newer + "\n\n" + older + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));

    assertThat(KeyFile.read(file)).containsExactly(MasterKey.read(newer), MasterKey.read(older));
  }

  @Test
  void aFileWithoutAKeyIsRefused() throws IOException {
    var file = folder.resolve("master.key");
    Files.writeString(file, "# none\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

    assertThatThrownBy(() -> KeyFile.read(file)).hasMessageContaining("there is no master key in");
  }
}
