package palmares.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
  void aReleasedFolderCanBeOpenedAgain() throws Exception {
    DataDirectory.open(folder).close();

    try (var again = DataDirectory.open(folder)) {
      assertThat(again.folder()).isEqualTo(folder.toAbsolutePath());
    }
  }
}
