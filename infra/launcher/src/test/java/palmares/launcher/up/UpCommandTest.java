package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;
import palmares.launcher.embedded.DataDirectory;

class UpCommandTest {

  @TempDir Path folder;

  @Test
  void aSecondPlatformOnTheSameDataIsRefusedInOneLine() throws Exception {
    var shell = new Shell(folder);

    try (var held = DataDirectory.open(folder)) {
      var code = shell.run("up", "--data", held.folder().toString());

      assertThat(code).isEqualTo(4);
    }
    assertThat(shell.err()).contains("already works on " + folder).hasLineCount(1);
  }

  @Test
  void aPortThatSomebodyAsksForAndIsTakenIsBadInput() throws IOException {
    var shell = new Shell(folder);

    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = Integer.toString(taken.getLocalPort());
      var code = shell.run("up", "--data", folder.toString(), "--port", port);

      assertThat(code).isEqualTo(2);
      assertThat(shell.err())
          .isEqualTo("port " + port + " is taken; choose another one with --port\n");
    }
  }
}
