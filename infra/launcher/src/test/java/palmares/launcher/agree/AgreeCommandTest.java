package palmares.launcher.agree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

class AgreeCommandTest {

  private static final String STATISTICS =
      "kappa,kappa-linear,kappa-quadratic,alpha,alpha-ordinal,alpha-interval,pearson,spearman,kendall";

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void equalsTheConsistencyOfRepeatedScoresOfAJudge() throws IOException {
    var root = Path.of(System.getProperty("palmares.root", "../.."));
    var data = root.resolve("../shared/data/prometheus_gpt4_scores").normalize();
    assumeTrue(Files.exists(data), () -> "skipped: no reference data at " + data);
    var file = data.resolve("mt_bench_eval.csv").toString();
    var expected =
        new ObjectMapper().readTree(data.resolve("expected_mt_bench_eval.json").toFile());

    var code =
        shell.run(
            "agree",
            "--ratings",
            file,
            "--raters",
            "s1,s2,s3",
            "--stat",
            STATISTICS,
            "--format",
            "json");

    assertThat(code).as(shell.err()).isZero();
    for (var row : new ObjectMapper().readTree(shell.out()).get("rows")) {
      var name =
          switch (row.get("stat").asText()) {
            case "alpha" -> "alpha_nominal";
            case "kendall" -> "kendall_tau_b";
            default -> row.get("stat").asText().replace('-', '_');
          };
      var pair = row.get("raters").asText().replaceAll("[s,]", "");
      var wanted = expected.get(name.startsWith("alpha") ? name : name + "_" + pair);
      if (wanted != null) {
        assertThat(row.get("value").asDouble()).as(name).isCloseTo(wanted.asDouble(), within(1e-9));
      }
    }
  }

  @Test
  void printsATableWithIntervalsAndNamesWhatIsUndefined() throws IOException {
    var code = agree("item,a,b\n1,yes,yes\n2,no,yes\n3,yes,yes\n4,no,no\n", "kappa,alpha,fleiss");
    var table = shell.out();
    agree("a,b\nyes,yes\nyes,yes\n", "kappa");

    assertThat(code).isZero();
    assertThat(table).contains("kappa", "0.5000", "alpha", "fleiss");
    assertThat(shell.out()).contains("undefined: one value alone");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,b;1,2;x,2          | pearson | :3: pearson needs numbers; a gave 'x'",
        "a,c;1,2              | kappa   | has no column 'b'; there are [a, c]",
        "a,b;1                | kappa   | :2: 1 fields; the header has 2",
        "a,b                  | kappa   | has a header but no rows",
        "''                   | kappa   | is empty; expected a header",
        "a,b,a;1,2,3          | kappa   | :1: column 'a' stands twice",
        "a,b;-1,2             | alpha-ratio | 0 or more on a ratio scale: -1.0",
        "a,b;1,2              | gwet    | no statistic 'gwet'; there are kappa, kappa-linear",
      })
  void refusesABadFileWithTheLineAndWhatWasExpected(String lines, String stat, String message)
      throws IOException {
    var code = agree(lines.replace(";", "\n"), stat);

    assertThat(code).isEqualTo(2);
    assertThat(shell.out()).isEmpty();
    assertThat(shell.err()).contains(message);
  }

  @Test
  void helpNamesEveryStatistic() {
    var code = shell.run("agree", "--help");

    assertThat(code).isZero();
    assertThat(shell.out()).contains(STATISTICS.split(","));
    assertThat(shell.out().lines()).allMatch(line -> line.length() <= 100);
  }

  private int agree(String ratings, String statistics) throws IOException {
    var file = Files.writeString(folder.resolve("ratings.csv"), ratings);
    return shell.run(
        "agree", "--ratings", file.toString(), "--raters", "a,b", "--stat", statistics);
  }
}
