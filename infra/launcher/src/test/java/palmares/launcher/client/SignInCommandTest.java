package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class SignInCommandTest {

  private static final String SESSION =
      """
      {"token":"sess10n","expiresAt":"2026-11-22T10:00:00Z",
       "me":{"account":"admin","role":"admin","teams":["admin"],"scopes":["admin"]}}
      """;

  @TempDir Path home;
  private final FakePlatform platform = new FakePlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void theSecretComesFromTheInputAndIsNeverPrinted() {
    platform.answering("/sessions", SESSION);
    var shell = new Shell(home).typing("one-time");

    var code = shell.run("sign-in", "admin", "--api", platform.address());

    assertThat(code).isZero();
    assertThat(platform.asked().getFirst().text())
        .isEqualTo("{\"account\":\"admin\",\"secret\":\"one-time\"}");
    assertThat(shell.out()).contains("as admin (admin) until 2026-11-22T10:00:00Z");
    assertThat(shell.out() + shell.err()).doesNotContain("one-time", "sess10n");
  }

  @Test
  void whoCameByAOneTimeSecretIsToldToSetAPassword() {
    platform
        .answering("/sessions", SESSION.replaceFirst("\\{", "{\"oneTime\":true,"))
        .answering("/me/secret", 204, "", Map.of());
    var shell =
        new Shell(home)
            .with("PALMARES_API", platform.address())
            .with("PALMARES_CALLED", "./palmares");

    shell.typing("one-time").run("sign-in", "admin");
    var advice = shell.out();
    var code = shell.typing("a lasting password").run("password");

    assertThat(advice).contains("good for one time").contains("./palmares password");
    assertThat(code).isZero();
    assertThat(platform.asked().getLast().method()).isEqualTo("PUT");
    assertThat(platform.asked().getLast().text()).isEqualTo("{\"secret\":\"a lasting password\"}");
  }

  @Test
  void whoHasAPasswordIsAskedForItToSetAnother() {
    platform
        .answering(
            "/me/secret",
            403,
            "{\"type\":\"urn:palmares:problem:current-secret-needed\",\"title\":\"Forbidden\","
                + "\"status\":403,\"detail\":\"the password of now is needed\",\"errors\":[]}",
            Map.of())
        .answering("/me/secret", 204, "", Map.of());
    var shell =
        new Shell(home).with("PALMARES_TOKEN", "t").typing("a lasting password\nthe old one");

    var code = shell.run("password", "--api", platform.address());

    assertThat(code).as(shell.err()).isZero();
    assertThat(platform.asked().getLast().text())
        .isEqualTo("{\"secret\":\"a lasting password\",\"current\":\"the old one\"}");
  }

  @Test
  void aWrongSecretIsNotAnsweredWithTheAdviceToSignIn() {
    platform.answering("/sessions", 401, "{\"status\":401,\"detail\":\"No\"}", Map.of());
    var shell = new Shell(home).typing("wrong");

    var code = shell.run("sign-in", "admin", "--api", platform.address());

    assertThat(code).isEqualTo(4);
    assertThat(shell.err()).isEqualTo("No\n");
  }

  @Test
  void anAccountWithASecondFactorIsAskedForACode() {
    platform
        .answering(
            "/sessions",
            403,
            "{\"type\":\"urn:palmares:problem:code-needed\",\"title\":\"Forbidden\",\"status\":403,"
                + "\"detail\":\"a code is needed\",\"errors\":[]}",
            Map.of())
        .answering("/sessions", SESSION);
    var shell = new Shell(home).typing("my password\n123456");

    var code = shell.run("sign-in", "admin", "--api", platform.address());

    assertThat(code).isZero();
    assertThat(platform.asked().getLast().text())
        .isEqualTo("{\"account\":\"admin\",\"secret\":\"my password\",\"code\":\"123456\"}");
  }

  @Test
  void theSessionIsKeptForItsOwnerOnlyAndUsedFromThenOn() throws IOException {
    platform.answering("/sessions", SESSION).answering("/workers", "[]");
    var shell = new Shell(home).typing("one-time").with("PALMARES_API", platform.address());

    shell.run("sign-in", "admin");
    shell.run("workers");

    var file = home.resolve(".config/palmares/token");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(platform.asked().getLast().headers())
        .containsEntry("Authorization", "Bearer sess10n");
  }

  @Test
  void aKeptSessionIsNeverSentToAnotherAddress() {
    platform.answering("/workers", "[]");
    TokenStore.of(new Shell(home).surroundings())
        .store(URI.create("http://elsewhere:8080"), "sess10n");

    new Shell(home).run("workers", "--api", platform.address());

    assertThat(platform.asked().getFirst().headers()).doesNotContainKey("Authorization");
  }

  @Test
  void signingOutForgetsTheSessionOfThatPlatformOnly() {
    platform.answering("/sessions/current", 204, "", Map.of());
    var store = TokenStore.of(new Shell(home).surroundings());
    var here = URI.create(platform.address());
    var elsewhere = URI.create("http://elsewhere:8080");
    store.store(here, "one");
    store.store(elsewhere, "other");

    var code = new Shell(home).run("sign-out", "--api", platform.address());

    assertThat(code).isZero();
    assertThat(store.tokenFor(here)).isNull();
    assertThat(store.tokenFor(elsewhere)).isEqualTo("other");
  }

  @Test
  void anAddressWithoutASchemeIsBadInput() {
    var shell = new Shell(home);

    var code = shell.run("workers", "--api", "localhost:8080");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains("http://").contains("localhost:8080");
  }

  @Test
  void aTokenIsPrintedAloneSoThatItCanGoIntoAFile() {
    platform.answering(
        "/tokens",
        "{\"id\":\"t-1\",\"name\":\"ci\",\"scopes\":[\"submit\"],\"createdAt\":\"2026-11-21T10:00:00Z\",\"token\":\"pal_x\"}");
    var shell = new Shell(home);

    shell.run("token", "create", "ci", "--scope", "submit", "--api", platform.address());

    assertThat(shell.out()).isEqualTo("pal_x\n");
    assertThat(platform.asked().getFirst().text())
        .isEqualTo("{\"name\":\"ci\",\"scopes\":[\"submit\"]}");
  }
}
