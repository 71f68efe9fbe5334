package palmares.launcher.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.embedded.EmbeddedDatabase;
import palmares.launcher.embedded.FreePort;

/// An api that its database refuses, as a process of its own: what it leaves is one line.
class RefusedDatabaseTest {

  @TempDir static Path folder;

  private static EmbeddedDatabase database;

  @BeforeAll
  static void anEmptyCluster() {
    database =
        EmbeddedDatabase.start(folder.resolve("data"), folder.resolve("bin"), FreePort.near(0));
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @Test
  void aSchemaThatIsNotThereIsRefusedInOneLine() throws Exception {
    var api = api(database.runtime().password());

    assertThat(api.exitCode()).isEqualTo(2);
    assertThat(api.err()).startsWith("api cannot start: ").hasLineCount(1);
    assertThat(api.out()).isEmpty();
  }

  @Test
  void aWrongPasswordIsRefusedInOneLineThatDoesNotRepeatIt() throws Exception {
    var api = api("never-to-be-shown");

    assertThat(api.exitCode()).isEqualTo(3);
    assertThat(api.err())
        .startsWith("api cannot start: palmares_runtime at jdbc:postgresql://127.0.0.1:")
        .contains("cannot sign in: FATAL: password authentication failed")
        .hasLineCount(1)
        .doesNotContain("never-to-be-shown");
    assertThat(api.out()).isEmpty();
  }

  private record Ended(int exitCode, String out, String err) {}

  private static Ended api(String password) throws IOException, InterruptedException {
    var out = folder.resolve("out");
    var err = folder.resolve("err");
    var command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "palmares.launcher.Palmares",
                    "api"))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    var environment = command.environment();
    // With options of its own, Java says on stderr that it has picked them up.
    environment
        .keySet()
        .removeIf(name -> name.startsWith("PALMARES_") || name.matches("_?J.*_OPTIONS"));
    environment.put("PALMARES_DATABASE_URL", database.url());
    environment.put("PALMARES_DATABASE_USER", database.runtime().user());
    environment.put("PALMARES_DATABASE_PASSWORD", password);
    environment.put("PALMARES_BROKER_ADDRESS", "amqp://127.0.0.1:1");
    environment.put("PALMARES_BROKER_USER", "palmares");
    environment.put("PALMARES_BROKER_PASSWORD", "never-to-be-shown");
    environment.put("PALMARES_BLOBS", folder.resolve("blobs").toString());
    environment.put("PALMARES_HTTP_PORT", "0");

    var process = command.start();
    try {
      assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
