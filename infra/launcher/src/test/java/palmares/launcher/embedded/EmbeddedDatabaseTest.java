package palmares.launcher.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDatabaseTest {

  @TempDir Path folder;

  @Test
  void aRowSurvivesARestart() throws Exception {
    try (var database = start()) {
      execute(database, "create table kept as select 1 as n");
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
      for (var login : List.of(database.owner(), database.runtime())) {
        assertThat(leftInArguments(login.password())).isEmpty();
        assertThat(leftInFiles(login.password()))
            .extracting(EmbeddedDatabaseTest::permissions)
            .containsExactly("rw-------");
        assertThat(login.toString()).doesNotContain(login.password());
      }
    }
  }

  @Test
  void theLoginOfTheApiOwnsNothingAndCanBecomeNobody() throws Exception {
    try (var database = start()) {
      execute(database, "create table kept (n int)");

      try (var connection = connect(database, database.runtime());
          var statement = connection.createStatement()) {
        for (var forbidden :
            List.of(
                "select n from kept",
                "drop table kept",
                "create table mine (n int)",
                "create role mine",
                "set role postgres",
                "alter system set fsync = off")) {
          assertThatThrownBy(() -> statement.execute(forbidden))
              .as(forbidden)
              .hasMessageMatching("ERROR: (permission denied|must be owner of).*(?s:.*)");
        }
      }
    }
  }

  @Test
  void aFolderOfAnEarlierVersionWithoutALoginForTheApiGetsOneAndKeepsTheOwners() throws Exception {
    var owner = "";
    try (var database = start()) {
      execute(database, "create table kept as select 1 as n");
      execute(database, "drop role palmares_runtime");
      owner = database.owner().password();
    }
    Files.delete(file("data.runtime.password"));

    try (var again = start()) {
      connect(again, again.runtime()).close();
      assertNobodyElseIsLetIn(again);
      assertThat(count(again)).isEqualTo(1);
      assertThat(again.owner().password()).isEqualTo(owner);
    }
  }

  @Test
  void aNewClusterBesideThePasswordsOfOneThatIsGoneGetsBothLogins() throws Exception {
    start().close();
    Files.move(file("data"), file("taken away"));

    try (var again = start()) {
      connect(again, again.owner()).close();
      connect(again, again.runtime()).close();
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

  @ParameterizedTest
  @ValueSource(strings = {"data.password", "data.runtime.password"})
  void aLostPasswordIsReplacedOnTheNextStart(String lost) throws Exception {
    start().close();
    var before = Files.readString(file(lost));
    Files.delete(file(lost));

    try (var again = start()) {
      connect(again, again.owner()).close();
      connect(again, again.runtime()).close();
      assertNobodyElseIsLetIn(again);
      assertThat(Files.readString(file(lost))).isNotEqualTo(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"data.password", "data.runtime.password"})
  void aPasswordIsReadByItsOwnerAloneEvenAfterACopyThatForgotSo(String copied) throws Exception {
    start().close();
    Files.setPosixFilePermissions(file(copied), PosixFilePermissions.fromString("rw-r--r--"));

    start().close();

    assertThat(permissions(file(copied))).isEqualTo("rw-------");
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
    for (var login : List.of(database.owner(), database.runtime())) {
      for (var guess : List.of("", "postgres", "guessed")) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.url(), login.user(), guess).close())
            .as("%s with password '%s'", login.user(), guess)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password");
      }
      assertThat(database.url()).doesNotContain(login.password());
    }
  }

  /// As a version made it that knew no password.
  private void trustingClusterWithARow() throws Exception {
    try (var database = start()) {
      execute(database, "create table kept as select 1 as n; alter role postgres password null");
    }
    Files.writeString(
        folder.resolve("data").resolve("pg_hba.conf"),
        "local all all trust\nhost all all 127.0.0.1/32 trust\n");
    Files.delete(file("data.password"));
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

  /// What lies beside the cluster, and its log and configuration.
  private List<Path> leftInFiles(String secret) throws IOException {
    try (var files = Files.find(folder, 2, (file, attributes) -> attributes.isRegularFile())) {
      var found = new ArrayList<Path>();
      for (var file : files.toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret)) {
          found.add(file);
        }
      }
      return found;
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private Path file(String name) {
    return folder.resolve(name);
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
    execute(database, "create table kept as select 1 as n");
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
    try (var connection = connect(database, database.owner());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(EmbeddedDatabase database, DatabaseLogin login)
      throws SQLException {
    return DriverManager.getConnection(database.url(), login.user(), login.password());
  }

  private static int count(EmbeddedDatabase database) throws SQLException {
    try (var connection = connect(database, database.owner());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from kept")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
