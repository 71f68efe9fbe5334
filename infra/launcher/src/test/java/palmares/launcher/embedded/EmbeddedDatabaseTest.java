package palmares.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
  void whoHasNotThePasswordOfANewClusterIsNotLetInAnyWay() throws Exception {
    try (var database = start()) {
      assertNobodyElseIsLetIn(database);
      assertThat(rules()).isNotEmpty().allMatch(rule -> rule.endsWith("scram-sha-256"));
      assertThat(leftInArguments(database.password())).isEmpty();
    }
  }

  @Test
  void aClusterOfAnEarlierVersionThatTrustedEveryoneKeepsItsRowsAndAsksForAPassword()
      throws Exception {
    trustingClusterWithARow();

    try (var database = start()) {
      assertNobodyElseIsLetIn(database);
      assertThat(count(database)).isEqualTo(1);
    }
    try (var again = start()) {
      assertThat(count(again)).isEqualTo(1);
    }
  }

  @Test
  void aLostPasswordIsReplacedOnTheNextStart() throws Exception {
    var before = "";
    try (var database = start()) {
      execute(database, "create table kept (n int)");
      before = database.password();
    }
    Files.delete(passwordFile());

    try (var again = start()) {
      assertNobodyElseIsLetIn(again);
      assertThat(count(again)).isZero();
      assertThat(again.password()).isNotEqualTo(before);
    }
  }

  @Test
  void thePasswordIsReadByItsOwnerAloneEvenAfterACopyThatForgotSo() throws Exception {
    start().close();
    Files.setPosixFilePermissions(passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));

    start().close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
        .isEqualTo("rw-------");
  }

  @Test
  void aFolderWhoseNameHasSpacesIsAsGoodAsAnyOther() throws Exception {
    var spaced = folder.resolve("my data, v1");
    try (var database = startIn(spaced)) {
      execute(database, "create table kept (n int)");
      assertNobodyElseIsLetIn(database);
    }

    try (var again = startIn(spaced)) {
      assertThat(count(again)).isZero();
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

  private static void assertNobodyElseIsLetIn(EmbeddedDatabase database) {
    for (var guess : List.of("", "postgres", "guessed")) {
      assertThatThrownBy(
              () -> DriverManager.getConnection(database.url(), database.user(), guess).close())
          .as("password '%s'", guess)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("password");
    }
    assertThat(database.url()).doesNotContain(database.password());
  }

  /// As a version made it that knew no password.
  private void trustingClusterWithARow() throws Exception {
    try (var database = start()) {
      execute(database, "create table kept (n int)");
      execute(database, "insert into kept values (1)");
      execute(database, "alter role postgres password null");
    }
    Files.writeString(
        folder.resolve("data").resolve("pg_hba.conf"),
        "local all all trust\nhost all all 127.0.0.1/32 trust\n");
    Files.delete(passwordFile());
  }

  private List<String> rules() throws IOException {
    try (var lines = Files.lines(folder.resolve("data").resolve("pg_hba.conf"))) {
      return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    }
  }

  private List<ProcessHandle> leftInArguments(String secret) {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(secret))
        .toList();
  }

  private Path passwordFile() {
    return folder.resolve("data.password");
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
    try (var connection = connect(database);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), database.user(), database.password());
  }

  private static int count(EmbeddedDatabase database) throws SQLException {
    try (var connection = connect(database);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
