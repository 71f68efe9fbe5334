package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.embedded.DataDirectory;
import palmares.launcher.embedded.FreePort;

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

  /// Nobody would wait for a part that says nothing any more.
  @Test
  void aPartThatFailsWithAnErrorEndsTheStartAndAllThatHasStarted() throws Exception {
    try (var data = DataDirectory.open(home.resolve("data"))) {
      var options = PlatformOptions.of(data, FreePort.near(0));

      var start =
          CompletableFuture.supplyAsync(() -> Platform.start(options, failingAt(Part.BROKER)));

      assertThat(start)
          .failsWithin(Duration.ofMinutes(1))
          .withThrowableThat()
          .withRootCauseInstanceOf(NoClassDefFoundError.class);
      assertThat(postgresProcesses(data.folder())).isEmpty();
    }
  }

  private static PlatformListener failingAt(Part failing) {
    return new PlatformListener() {
      @Override
      public void ready(Part part, Duration took) {
        if (part == failing) {
          throw new NoClassDefFoundError("planted");
        }
      }

      @Override
      public void oneTimeSecret(String secret) {}
    };
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
