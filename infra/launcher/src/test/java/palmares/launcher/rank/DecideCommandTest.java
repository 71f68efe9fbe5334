package palmares.launcher.rank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Shell;
import palmares.launcher.terminal.ExitCode;

class DecideCommandTest {

  private static final String VOTES =
      """
      left,right,winner
      a,b,left
      a,b,left
      a,b,left
      a,b,right
      a,b,left
      a,b,right
      b,c,left
      b,c,left
      b,c,left
      b,c,right
      b,c,right
      a,c,left
      a,c,left
      a,c,right
      """;

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  /// Trying all sets of battles with numpy 2.4: no two turn the first place round, some three do.
  @Test
  void namesTheBattlesThatTheFirstPlaceHangsOn() throws IOException {
    var code = decide("leverage", VOTES, "json");

    assertThat(code).as(shell.err()).isZero();
    var found = new ObjectMapper().readTree(shell.out());
    assertThat(found.get("notes").get(0).asText())
        .matches("without 3 of 14 battles \\(21.43 %\\) [bc] is first in place of a");
    var battles = 0;
    for (var row : found.get("rows")) {
      assertThat(row.get("which").asText().split(" ")).hasSize(row.get("battles").asInt());
      battles += row.get("battles").asInt();
    }
    assertThat(battles).isEqualTo(3);
  }

  @Test
  void aFirmFirstPlaceIsSaidToBeFirm() throws IOException {
    decide("leverage", "left,right,winner\na,b,left\na,b,right\na,b,left\n", "table");

    assertThat(shell.out()).contains("note: no other system can be put first");
  }

  @Test
  void putsTheLeaderAndItsLikeliestRivalFirst() throws IOException {
    var code = decide("next", VOTES, "csv");

    assertThat(code).as(shell.err()).isZero();
    assertThat(shell.out().lines()).first().isEqualTo("leader,challenger,lead,bonus,battles");
    assertThat(shell.out().lines().skip(1)).hasSize(2).allMatch(line -> line.startsWith("a,"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "leverage | left,right,winner;a,b,left            | leverage: there are no two systems",
        "leverage | left,right,winner;a,b,maybe           | :2: winner must be one of",
        "next     | left,right,winner;a,a,left            | :2: a system cannot meet itself: 'a'",
      })
  void refusesWhatNothingCanBeDecidedBy(String question, String lines, String message)
      throws IOException {
    var code = decide(question, lines.replace(";", "\n"), "table");

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource({"--nu=-1, exploration must be 0 or more", "--lambda=0, ridge must be greater than 0"})
  void settingsThatMakeNoSenseAreRefused(String setting, String message) throws IOException {
    var file = Files.writeString(folder.resolve("votes.csv"), VOTES);

    assertThat(shell.run("decide", "next", "--votes", file.toString(), setting))
        .isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains(message);
  }

  private int decide(String question, String votes, String format) throws IOException {
    var file = Files.writeString(folder.resolve("votes.csv"), votes);
    return shell.run("decide", question, "--votes", file.toString(), "--format", format);
  }
}
