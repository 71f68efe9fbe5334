package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Shell;

class AccountCommandTest {

  @TempDir Path home;
  private final FakePlatform platform = new FakePlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @ParameterizedTest
  @CsvSource({
    "role noor organiser, organiser, false, '\"role\":\"organiser\"', account noor: organiser",
    "close noor, member, true, '\"closed\":true', 'account noor: member, closed'",
    "open noor, member, false, '\"closed\":false', account noor: member",
  })
  void anAccountIsChangedAndPrintedAsItIsNow(
      String words, String role, boolean closed, String sent, String printed) {
    platform.answering(
        "/accounts/noor",
        """
        {"name":"noor","role":"%s","provided":false,"closed":%b,"createdAt":"2026-11-20T10:00:00Z"}
        """
            .formatted(role, closed));
    var shell = shell();

    var code = shell.run(("account " + words).split(" "));

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out()).isEqualTo(printed + "\n");
    assertThat(platform.asked().getLast().method()).isEqualTo("PUT");
    assertThat(platform.asked().getLast().text()).contains(sent);
  }

  @Test
  void theSecretOfAResetStandsAloneOnTheOutput() {
    platform.answering(
        "/accounts/noor/reset",
        "{\"name\":\"noor\",\"role\":\"member\",\"oneTimeSecret\":\"once\"}");
    var shell = shell();

    var code = shell.run("account", "reset", "noor");

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out()).isEqualTo("once\n");
    assertThat(shell.err()).contains("account noor (member)");
    assertThat(platform.asked().getLast().method()).isEqualTo("POST");
  }

  private Shell shell() {
    return new Shell(home).with("PALMARES_API", platform.address()).with("PALMARES_TOKEN", "t");
  }
}
