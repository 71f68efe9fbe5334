package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;
import palmares.launcher.embedded.FreePort;

class PlatformTest {

  private static final Pattern SECRET = Pattern.compile("account admin, one-time secret (\\S+)");
  private static final Pattern READY = Pattern.compile("ready in .* s at (http://\\S+), log");

  @TempDir Path home;

  @Test
  void whatIsStoredOutlivesAKillAndTheNextStartIsClean() throws Exception {
    var data = home.resolve("data");
    var killed = up(data, "first");
    try {
      assertThat(createAccount("first")).isZero();
    } finally {
      killed.destroyForcibly().waitFor();
    }

    var again = up(data, "second");
    int code;
    try {
      code = createAccount("second");
    } finally {
      again.destroy();
    }

    assertThat(code).as("the account is there already").isEqualTo(4);
    assertThat(again.waitFor()).as("a stop by a signal is an orderly one").isZero();
    assertThat(postgresProcesses(data)).isEmpty();
    assertThat(data.resolve("palmares.log")).content().doesNotContain(secretIn("second"));
  }

  /// A process of its own, so that it can be killed.
  private Process up(Path data, String name) throws IOException {
    var command =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "palmares.launcher.Palmares",
                "up",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(FreePort.near(0))));
    var started = command.redirectErrorStream(true).redirectOutput(output(name).toFile()).start();
    await("the platform " + name)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !started.isAlive() || READY.matcher(Files.readString(output(name))).find());
    assertThat(started.isAlive()).as(Files.readString(output(name))).isTrue();
    return started;
  }

  private int createAccount(String platform) throws IOException {
    var ready = READY.matcher(Files.readString(output(platform)));
    assertThat(ready.find()).isTrue();
    var shell = new Shell(home).with("PALMARES_API", ready.group(1));
    shell.typing(secretIn(platform)).run("sign-in", "admin");
    return shell.run("account", "create", "bob");
  }

  private String secretIn(String platform) throws IOException {
    var shown = SECRET.matcher(Files.readString(output(platform)));
    assertThat(shown.find()).as("the secret is shown on the terminal").isTrue();
    return shown.group(1);
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
