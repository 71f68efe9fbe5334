package palmares.launcher.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.launcher.Shell;

class ExclusionCommandTest {

  private static final String PATH = "/benchmarks/rivers/versions/2/exclusions";
  private static final String LEAKED =
      """
      {"id":"x-1","kind":"example","subject":"q3","reason":"leaked","by":"ada",
       "at":"2026-11-20T10:00:00Z"}
      """;

  @TempDir Path home;
  private final FakePlatform platform = new FakePlatform();
  private Shell shell;

  @BeforeEach
  void anExclusion() {
    shell = new Shell(home).with("PALMARES_API", platform.address()).with("PALMARES_TOKEN", "t");
  }

  @AfterEach
  void close() {
    platform.close();
  }

  @Test
  void leavingOutSaysHowToLiftIt() {
    platform.answering(PATH, LEAKED);

    var code =
        shell.run(
            "exclusion", "add", "rivers", "example", "q3", "--version", "2", "--reason", "leaked");

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("left out: example q3 (leaked)")
        .contains("palmares exclusion lift rivers x-1 --version 2");
    assertThat(platform.asked().getLast().method()).isEqualTo("POST");
  }

  @Test
  void askedWhatItWouldConcernItLeavesNothingOut() {
    platform.answering(
        PATH + "/check",
        """
        {"kind":"example","subject":"q3","submissions":12,
         "leaderboards":["Who is better?","Who wins head to head?"]}
        """);

    var code =
        shell.run(
            "exclusion",
            "add",
            "rivers",
            "example",
            "q3",
            "--version",
            "2",
            "--reason",
            "leaked",
            "--check");

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out())
        .isEqualToNormalizingNewlines(
            """
            it would leave out: example q3
              submissions that may lose evidence: 12
              leaderboards that would be built anew: Who is better?, Who wins head to head?
            """);
    assertThat(platform.asked())
        .singleElement()
        .satisfies(asked -> assertThat(asked.text()).contains("\"reason\":\"leaked\""));
  }

  @Test
  void whatIsLeftOutIsListed() {
    var lifted = LEAKED.replace("\"by\"", "\"liftReason\":\"no leak\",\"by\"");
    platform.answering(PATH, "{\"items\":[" + lifted + "]}");

    var code = shell.run("exclusion", "list", "rivers", "--version", "2");

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out()).contains("x-1", "example", "q3", "leaked", "no leak");
  }

  @Test
  void whatIsLiftedCountsAgain() {
    platform.answering(PATH + "/x-1/lift", LEAKED);

    var code =
        shell.run("exclusion", "lift", "rivers", "x-1", "--version", "2", "--reason", "no leak");

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out()).contains("counts again: example q3");
    assertThat(platform.asked().getLast().text()).contains("\"reason\":\"no leak\"");
  }

  @Test
  void withoutAReasonNothingIsLeftOutAndNothingLifted() {
    assertThat(shell.run("exclusion", "add", "rivers", "example", "q3", "--version", "2"))
        .isEqualTo(2);
    assertThat(shell.run("exclusion", "lift", "rivers", "x-1", "--version", "2")).isEqualTo(2);
    assertThat(platform.asked()).isEmpty();
  }
}
