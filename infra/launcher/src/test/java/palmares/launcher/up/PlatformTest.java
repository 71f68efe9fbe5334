package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {

  @TempDir Path home;

  @Test
  void whatIsStoredOutlivesAKillAndTheNextStartIsClean() throws Exception {
    var data = home.resolve("data");
    var killed = PlatformProcess.start(data, output("first"));
    try {
      assertThat(createAccount(killed)).isZero();
    } finally {
      killed.process().destroyForcibly().waitFor();
    }

    var again = PlatformProcess.start(data, output("second"));
    int code;
    try {
      code = createAccount(again);
    } finally {
      again.process().destroy();
    }

    assertThat(code).as("the account is there already").isEqualTo(4);
    assertThat(again.process().waitFor()).as("a stop by a signal is an orderly one").isZero();
    assertThat(postgresProcesses(data)).isEmpty();
    assertThat(data.resolve("palmares.log")).content().doesNotContain(again.secret());
  }

  private int createAccount(PlatformProcess platform) {
    var shell = platform.admin(home);
    return shell.run("account", "create", "bob");
  }

  private Path output(String name) {
    return home.resolve(name + ".out");
  }

  private static List<String> postgresProcesses(Path data) {
    return ProcessHandle.allProcesses()
        .map(process -> process.info().commandLine().orElse(""))
        .filter(line -> line.contains("postgres") && line.contains(data.toString()))
        .toList();
  }
}
