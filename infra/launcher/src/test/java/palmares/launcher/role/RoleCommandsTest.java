package palmares.launcher.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.launcher.Shell;

class RoleCommandsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"api", "worker", "web"})
  void aRoleThatIsToldNothingSaysWhatItNeeds(String role) {
    var shell = new Shell(folder);

    var code = shell.run(role);

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).startsWith(role + " is not told what it needs").contains("  PALMARES_");
  }

  @Test
  void helpNamesEverythingARoleCanBeTold() {
    var shell = new Shell(folder);

    shell.run("worker", "--help");

    assertThat(shell.out())
        .contains("PALMARES_TOKEN", "PALMARES_BROKER_PASSWORD", "PALMARES_SLOTS")
        .containsPattern("PALMARES_GRACE .*; PT20S");
  }

  @Test
  void aRoleWithoutItsDatabaseEndsWithOneLine() {
    var shell =
        new Shell(folder)
            .with("PALMARES_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/palmares")
            .with("PALMARES_DATABASE_USER", "palmares")
            .with("PALMARES_DATABASE_PASSWORD", "never-to-be-shown")
            .with("PALMARES_BROKER_ADDRESS", "amqp://127.0.0.1:1")
            .with("PALMARES_BROKER_USER", "palmares")
            .with("PALMARES_BROKER_PASSWORD", "never-to-be-shown")
            .with("PALMARES_BLOBS", folder.toString());

    var code = shell.run("api");

    assertThat(code).isEqualTo(3);
    assertThat(shell.err())
        .startsWith("api cannot reach its database at 127.0.0.1:1: Connection refused")
        .hasLineCount(1)
        .doesNotContain("never-to-be-shown");
  }

  @Test
  void anAddressThatIsNoneIsBadInput() {
    var shell = new Shell(folder).with("PALMARES_API", "localhost:8090");

    var code = shell.run("web");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains("localhost:8090").hasLineCount(1);
  }
}
