package palmares.launcher.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

class AggregateCommandTest {

  private static final String TABLE = "model,good,bad\na,3,1\nb,2,2\nc,1,3\n";

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void equalsTheExactKemenyOrderOfTwelveSystems() throws IOException {
    var root = Path.of(System.getProperty("palmares.root", "../.."));
    var data = root.resolve("../shared/data/rank_aggregation").normalize();
    assumeTrue(Files.exists(data), () -> "skipped: no reference data at " + data);
    var file = data.resolve("wildbench_categories_12.csv").toString();
    var expected = new ObjectMapper().readTree(data.resolve("expected_kemeny.json").toFile());

    var code = shell.run("aggregate", "kemeny", "--table", file, "--format", "json");

    assertThat(code).as(shell.err()).isZero();
    var rows = new ObjectMapper().readTree(shell.out()).get("rows");
    for (var k = 0; k < rows.size(); k++) {
      assertThat(rows.get(k).get("system")).isEqualTo(expected.get("kemeny_order").get(k));
    }
  }

  @Test
  void aColumnInWhichLessIsBetterIsTurnedRound() throws IOException {
    aggregate("borda", TABLE, "--lower", "bad", "--format", "csv");

    assertThat(shell.out()).contains("1,a,4.0", "2,b,2.0", "3,c,0.0");
  }

  @Test
  void theMeanIsOfTheColumns() throws IOException {
    aggregate("mean", TABLE, "--columns", "good,bad", "--format", "csv");

    assertThat(shell.out()).contains(",a,2.0,", ",b,2.0,", ",c,2.0,");
  }

  @Test
  void aGapLeavesItsSystemUnrankedWithTheReason() throws IOException {
    aggregate("copeland", "model,x,y\na,1,2\nb,2,1\nc,,3\n", "--format", "markdown");

    assertThat(shell.out()).contains("| c |").contains("1 of 2 missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "borda   | model,x;a,one      | :2: x must be a finite number: 'one'",
        "borda   | model,x;a,NaN      | :2: x must be a finite number: 'NaN'",
        "borda   | model,x;a,1;a,2    | :3: each system must have a name of its own: 'a'",
        "borda   | model;a            | :1: no criteria",
        "plurality | model,x;a,1      | no method 'plurality' that ranks a table; there are borda",
      })
  void refusesABadTableWithTheLineAndWhatWasExpected(String method, String lines, String message)
      throws IOException {
    var code = aggregate(method, lines.replace(";", "\n"));

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains(message);
  }

  /// By hand, as in TwoLevelBordaTest: a 2 + 0, b 1 + 1.5, c 0 + 1.5.
  @Test
  void theCategoryOfACriterionStandsBeforeTheBar() throws IOException {
    var table = "model,t|x,t|y,t|z,u|x\na,3,3,2,0\nb,2,2,3,1\nc,1,1,1,1\n";

    aggregate("two-level-borda", table, "--format", "csv");

    assertThat(shell.out()).contains("1,b,2.5,", "2,a,2.0,", "3,c,1.5,");
  }

  @Test
  void theMixtureThatNobodyBeatsIsPricedByTau() throws IOException {
    aggregate("regularised-nash", TABLE, "--set", "tau=0.5", "--format", "json");

    assertThat(shell.out()).contains("\"tau\" : \"0.5\"", "exploitability");
  }

  @Test
  void aSettingThatIsUnknownIsBadInput() throws IOException {
    var code = aggregate("borda", TABLE, "--set", "weight=2");

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains("borda: setting 'weight' is unknown");
  }

  @Test
  void helpGivesFormulaAndSourceOfEveryMethod() {
    var code = shell.run("aggregate", "--help");

    assertThat(code).isZero();
    assertThat(shell.out()).contains("Method kemeny (version 1)", "Method borda", "source");
  }

  private int aggregate(String method, String table, String... more) throws IOException {
    var file = Files.writeString(folder.resolve("table.csv"), table);
    var arguments = new ArrayList<>(List.of("aggregate", method, "--table", file.toString()));
    arguments.addAll(List.of(more));
    return shell.run(arguments.toArray(String[]::new));
  }
}
