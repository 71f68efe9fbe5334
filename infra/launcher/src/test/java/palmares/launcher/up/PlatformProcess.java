package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import palmares.launcher.Shell;
import palmares.launcher.embedded.FreePort;

/// A platform as `palmares up` runs it, in a process of its own, so that it can be killed.
record PlatformProcess(Process process, String address, String secret) {

  private static final Pattern SECRET = Pattern.compile("account admin, one-time secret (\\S+)");
  private static final Pattern READY = Pattern.compile("ready in .* s at (http://\\S+), log");

  /// @param output where it prints to
  static PlatformProcess start(Path data, Path output) throws IOException {
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
    var started = command.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    await("the platform on " + data)
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !started.isAlive() || READY.matcher(Files.readString(output)).find());
    var printed = Files.readString(output);
    assertThat(started.isAlive()).as(printed).isTrue();
    var ready = READY.matcher(printed);
    assertThat(ready.find()).isTrue();
    var secret = SECRET.matcher(printed);
    assertThat(secret.find()).as("the secret is shown on the terminal").isTrue();
    return new PlatformProcess(started, ready.group(1), secret.group(1));
  }

  /// A terminal at which the first administrator has signed in.
  Shell admin(Path home) {
    var shell = new Shell(home).with("PALMARES_API", address);
    shell.typing(secret).run("sign-in", "admin");
    return shell;
  }
}
