package palmares.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  @TempDir Path folder;

  @Test
  void aRowSurvivesARestart() throws Exception {
    try (var database = start()) {
      execute(database, "create table kept (n int)");
      execute(database, "insert into kept values (1)");
    }

    try (var again = start()) {
      assertThat(count(again)).isEqualTo(1);
    }
  }

  @Test
  void aCommittedRowSurvivesAKilledPlatformWhoseServerIsLeftOver() throws Exception {
    var platform = platformInAnotherProcess();
    var leftOver = postmaster();

    platform.destroyForcibly().waitFor();

    assertThat(leftOver.isAlive()).isTrue();
    try (var again = start()) {
      assertThat(count(again)).isEqualTo(1);
    }
    assertThat(leftOver.isAlive()).isFalse();
  }

  @Test
  void aCommittedRowSurvivesWhenPlatformAndServerAreKilled() throws Exception {
    var platform = platformInAnotherProcess();
    var server = postmaster();

    platform.destroyForcibly().waitFor();
    server.destroyForcibly();
    server.onExit().join();

    try (var again = start()) {
      assertThat(count(again)).isEqualTo(1);
    }
  }

  /// Runs [#main] on the same folder and returns once its row is committed.
  private Process platformInAnotherProcess() throws IOException {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                EmbeddedDatabaseTest.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = process.inputReader()) {
      assertThat(output.lines().anyMatch("committed"::equals)).isTrue();
    }
    return process;
  }

  static void main(String[] arguments) throws Exception {
    var database = startIn(Path.of(arguments[0]));
    execute(database, "create table kept (n int)");
    execute(database, "insert into kept values (1)");
    System.out.println("committed");
    new CountDownLatch(1).await();
  }

  private ProcessHandle postmaster() throws IOException {
    var pid = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid")).getFirst();
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }

  private EmbeddedDatabase start() {
    return startIn(folder);
  }

  private static EmbeddedDatabase startIn(Path folder) {
    return EmbeddedDatabase.start(folder.resolve("data"), folder.resolve("bin"), FreePort.near(0));
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(database.url());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(EmbeddedDatabase database) throws SQLException {
    try (var connection = DriverManager.getConnection(database.url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
