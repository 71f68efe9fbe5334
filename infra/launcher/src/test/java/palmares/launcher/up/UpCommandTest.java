package palmares.launcher.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;
import palmares.launcher.embedded.DataDirectory;
import palmares.launcher.embedded.EmbeddedDatabase;
import palmares.launcher.embedded.FreePort;

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

  @Test
  void aFolderWhoseSchemaIsOfAnotherMakeIsRefusedInOneLineThatSaysWhatToDo() throws Exception {
    var data = folder.resolve("data");
    folderOfAnotherMake(data);
    var shell = new Shell(folder);

    var code =
        shell.run("up", "--data", data.toString(), "--port", Integer.toString(FreePort.near(0)));

    assertThat(code).as(shell.err()).isEqualTo(2);
    assertThat(shell.err())
        .startsWith("the platform on " + data + " cannot start: the schema at jdbc:postgresql:")
        .contains("cannot be brought up to date")
        .contains("name an empty database or a new data folder")
        .hasLineCount(1);
  }

  /// With the columns of Flyway's own table, and a checksum that is nobody's.
  private static void folderOfAnotherMake(Path data) throws Exception {
    try (var held = DataDirectory.open(data);
        var database =
            EmbeddedDatabase.start(
                held.postgres(), held.cache().resolve("postgres"), FreePort.near(0));
        var connection =
            DriverManager.getConnection(
                database.url(), database.owner().user(), database.owner().password());
        var statement = connection.createStatement()) {
      statement.execute(
          """
          create table flyway_schema_history (
            installed_rank int primary key, version varchar(50), description varchar(200) not null,
            type varchar(20) not null, script varchar(1000) not null, checksum int,
            installed_by varchar(100) not null, installed_on timestamp not null default now(),
            execution_time int not null, success boolean not null);
          insert into flyway_schema_history values
            (1, '1', 'first schema', 'SQL', 'V1__first_schema.sql', 1, 'postgres', now(), 1, true);
          """);
    }
  }
}
