package palmares.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path folder;

  @Test
  void aSecondHolderIsRefusedAndToldWhatToDo() throws Exception {
    try (var first = DataDirectory.open(folder)) {
      assertThatThrownBy(() -> DataDirectory.open(folder))
          .isInstanceOf(DataDirectory.InUseException.class)
          .hasMessageContaining(first.folder().toString())
          .hasMessageContaining("--data");
    }
  }

  @Test
  void whatMayHoldGoldIsForTheOwnerAloneAlsoInAFolderOfBefore() throws Exception {
    Files.createDirectories(folder.resolve("cache"));

    try (var data = DataDirectory.open(folder)) {
      assertThat(List.of(data.blobs(), data.broker(), data.cache()))
          .allSatisfy(inner ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
                  .isEqualTo("rwx------"));
    }
  }

  @Test
  void aReleasedFolderCanBeOpenedAgain() throws Exception {
    DataDirectory.open(folder).close();

    try (var again = DataDirectory.open(folder)) {
      assertThat(again.folder()).isEqualTo(folder.toAbsolutePath());
    }
  }
}
