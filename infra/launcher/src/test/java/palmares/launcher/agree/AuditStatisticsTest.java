package palmares.launcher.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.launcher.Shell;
import palmares.launcher.terminal.ExitCode;

class AuditStatisticsTest {

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  /// By hand: one of three the same; of the others one names the first response twice and one once
  /// of once; entropies 0, ln 2, ln 2.
  @Test
  void aJudgeIsHeldAgainstItselfInBothOrders() throws IOException {
    var ratings = "q,ab,ba\n1,left,left\n2,left,right\n3,tie,right\n";

    var found = agree(ratings, "ab,ba", "consistency,first-slot,bpde");

    assertThat(value(found, 0)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(value(found, 1)).isEqualTo(1);
    assertThat(value(found, 2)).isCloseTo(2 / 3.0 * Math.log(2), within(1e-15));
    assertThat(found.get("notes").get(0).asText())
        .isEqualTo("bpde: to review first: 2 (0.6931), 3 (0.6931)");
  }

  /// By hand: its own wins 2 of 3 by itself and 1 of 3 by gold.
  @Test
  void aJudgeThatFavoursItselfIsSeen() throws IOException {
    var ratings = "q,judge,g1,g2\n1,1,1,1\n2,0.9,0,\n3,0,0,0.2\n4,,1,1\n";

    var found = agree(ratings, "judge,g1,g2", "self-preference");

    assertThat(value(found, 0)).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(found.get("rows").get(0).get("items").asInt()).isEqualTo(3);
    assertThat(found.get("notes").get(0).asText())
        .isEqualTo("self-preference: its own wins 0.6667 by the judge, 0.3333 by gold");
  }

  /// By hand, as in RaterReplacementTest: (1 - 8 / 15) / 2.
  @Test
  void aJudgeTakesThePlaceOfEachPerson() throws IOException {
    var ratings = "q,judge,p,r\n1,no,no,no\n2,yes,no,yes\n3,yes,yes,yes\n4,yes,yes,yes\n";

    var found = agree(ratings, "judge,p,r", "replacement");

    assertThat(value(found, 0)).isCloseTo(7 / 30.0, within(1e-12));
    assertThat(found.get("notes").get(0).asText())
        .contains("alpha of the people 0.5333; the judge in place of one is ");
  }

  /// scipy 1.17 and numpy 2.4, as in the tests of the classes.
  @Test
  void rewardsAreHeldAgainstWorthByPrompt() throws IOException {
    var ratings =
        """
        id,reward,worth,prompt
        1,1,0,x
        2,2,.5,x
        3,3,.5,x
        4,4,1,x
        5,2,.2,y
        6,5,.9,y
        7,1,.4,y
        8,0,.3,y
        """;

    var found = agree(ratings, "reward,worth", "r2,r2-best-worst,cream", "--group=prompt");

    assertThat(value(found, 0)).isCloseTo(0.6813417190775681, within(1e-12));
    assertThat(value(found, 1)).isCloseTo(0.7672634271099744, within(1e-12));
    assertThat(found.get("settings").get("group").asText()).isEqualTo("prompt");
    assertThat(found.get("notes").get(0).asText()).contains("2 of 2 prompts");
  }

  @Test
  void aMetricIsHeldAgainstPeopleWithTiesAndAJudgeAgainstWhatItKnows() throws IOException {
    var scores = "id,m,p\n1,90,5\n2,80,4\n3,85,4\n4,30,1\n5,50,2\n6,52,2\n";
    var grades = "id,people,judge,knows\n1,0,0,1\n2,1,1,1\n3,0,1,0\n4,1,0,0\n5,0,0,0\n6,1,1,0\n";

    var accuracy = agree(scores, "m,p", "acc23");
    var gap = agree(grades, "people,judge", "kappa-gap", "--group=knows");

    assertThat(value(accuracy, 0)).isCloseTo(14 / 15.0, within(1e-15)); // numpy 2.4
    assertThat(accuracy.get("notes").get(0).asText()).contains("epsilon 2.0");
    assertThat(value(gap, 0)).isEqualTo(1); // kappas 1 and 0
  }

  /// Two raters of the same items, the strict one mostly a grade lower; subject y has the greatest
  /// sum of grades and z the least.
  @Test
  void severityIsToldFromHowGoodSubjectsAre() throws IOException {
    var ratings =
        """
        id,mild,strict,about
        1,2,1,x
        2,3,2,x
        3,1,2,x
        4,3,2,y
        5,3,3,y
        6,2,2,y
        7,1,1,z
        8,2,1,z
        9,1,2,z
        10,3,3,w
        """;

    var found = agree(ratings, "mild,strict", "rasch", "--group=about");

    var rows = found.get("rows");
    assertThat(found.get("fit").get("converged").asBoolean()).isTrue();
    assertThat(rows.get(0).get("name").asText()).isEqualTo("mild");
    assertThat(rows.get(0).get("measure").asDouble()).isNegative();
    assertThat(rows.get(0).get("measure").asDouble())
        .isCloseTo(-rows.get(1).get("measure").asDouble(), within(1e-9));
    assertThat(rows.get(2).get("measure").asDouble())
        .isBetween(rows.get(4).get("measure").asDouble(), rows.get(3).get("measure").asDouble());
    assertThat(rows.get(5).get("reason").asText()).isEqualTo("has the highest grade alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id,a,b;1,left,first     | consistency     | must be left, right or tie: 'first'",
        "id,a,b;1,0.5,2          | self-preference | a verdict must be from 0 to 1: 2.0",
        "id,a,b;1,1,2            | replacement     | two people or more are needed to replace one: 1",
        "id,a,b;1,1,2            | cream           | cream needs --group COLUMN",
        "id,a,b;1,1,2            | rasch,kappa     | rasch has a table of its own: ask for it alone",
        "id,a,b;1,1.5,2;2,1,2    | rasch           | rasch needs whole grades up to 1000: '1.5'",
        "id,a,b;1,1,1;2,2,2      | rasch           | every subject has the lowest or the highest",
        "id,a,b;1,1,2            | acc23           | there are no two responses to compare",
      })
  void refusesWhatCannotBeAsked(String lines, String statistic, String message) throws IOException {
    var file = Files.writeString(folder.resolve("bad.csv"), lines.replace(";", "\n"));

    var code =
        shell.run("agree", "--ratings", file.toString(), "--raters", "a,b", "--stat", statistic);

    assertThat(code).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(message);
  }

  private static double value(JsonNode found, int row) {
    return found.get("rows").get(row).get("value").asDouble();
  }

  private JsonNode agree(String ratings, String raters, String statistics, String... more)
      throws IOException {
    var file = Files.writeString(folder.resolve("ratings.csv"), ratings);
    var arguments =
        new ArrayList<>(
            List.of(
                "agree", "--ratings", file.toString(), "--raters", raters, "--stat", statistics));
    arguments.addAll(List.of("--format", "json"));
    arguments.addAll(List.of(more));
    assertThat(shell.run(arguments.toArray(String[]::new))).as(shell.err()).isZero();
    return new ObjectMapper().readTree(shell.out());
  }
}
