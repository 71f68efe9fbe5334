package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class PublishCommandTest {

  private static final String SYSTEM =
      """
      {"id":"%s","team":"%s","name":"mine","version":1,"kind":"outputs","submissions":1,
       "createdAt":"2026-11-20T10:00:00Z"%s}
      """;

  @TempDir Path home;
  private final FakePlatform platform = new FakePlatform();

  @BeforeEach
  void systems() {
    platform
        .answering(
            "/systems",
            "{\"items\":[%s,%s]}"
                .formatted(SYSTEM.formatted("y-1", "ada", ""), SYSTEM.formatted("y-2", "crew", "")))
        .answering(
            "/systems/y-2/publish",
            SYSTEM.formatted("y-2", "crew", ",\"publishedAt\":\"2026-11-21T10:00:00Z\""));
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void aSystemIsPublishedByItsNameWhereOneTeamHasIt() {
    var shell = shell();

    var code = shell.run("publish", "mine", "--team", "crew");

    assertThat(code).isZero();
    assertThat(shell.out()).isEqualTo("mine of crew is public since 2026-11-21T10:00:00Z\n");
    assertThat(platform.asked().getLast().method()).isEqualTo("POST");
  }

  @Test
  void aNameThatSeveralTeamsHaveOrNoneIsBadInput() {
    var shell = shell();

    assertThat(shell.run("publish", "mine")).isEqualTo(2);
    assertThat(shell.err()).contains("[ada, crew]; name one with --team");
    assertThat(shell.run("publish", "other")).isEqualTo(2);
    assertThat(shell.err()).contains("no system of your teams is called other");
  }

  private Shell shell() {
    return new Shell(home).with("PALMARES_API", platform.address()).with("PALMARES_TOKEN", "t");
  }
}
