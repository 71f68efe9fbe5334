package palmares.launcher.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/// `palmares ope` and `palmares sharpe` on files as they are.
class PolicyCommandsTest {

  private static final String POLICIES = "policy,true_value,est_x\nnew,5,9\nold,3,4\nrisky,1,5\n";

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  @Test
  void opeEqualsScopeRlOnTrajectories() throws IOException {
    var file = shared("scope_rl/trajectories.csv").toString();
    var expected = new ObjectMapper().readTree(shared("scope_rl/expected_ope.json").toFile());

    var rows =
        json("ope", "dm,tis,pdis,dr,sntis,snpdis,sndr", "--trajectories", file, "--gamma", "0.95");

    assertThat(rows).hasSize(7);
    for (var row : rows) {
      assertThat(row.get("value").asDouble())
          .isCloseTo(expected.get(row.get("estimator").asText()).asDouble(), within(1e-9));
    }
  }

  @Test
  void opeEqualsTheUniformPolicyFromRealLogsAndWarnsOfFewSamples() throws IOException {
    var file = shared("obd/bts_women.csv").toString();
    var expected = new ObjectMapper().readTree(shared("obd/expected_ope.json").toFile());

    var rows = json("ope", "ipw,snipw", "--logs", file);

    assertThat(rows.get(0).get("value").asDouble())
        .isCloseTo(expected.get("ipw_uniform_from_bts").asDouble(), within(1e-12));
    assertThat(rows.get(1).get("value").asDouble())
        .isCloseTo(expected.get("snipw_uniform_from_bts").asDouble(), within(1e-12));
    assertThat(shell.out()).contains("effective sample size 2.1 of 10000");
  }

  /// Weights 2 and 8, surprises 0.5 and 1, the model expects 0.5 and 0.75 (obp's formulas by hand).
  @Test
  void opeReadsWhatAModelSaysOfTheRoundsOfABandit() throws IOException {
    var text = "item_id,click,propensity_score,p,q,v\n1,1,0.25,0.5,0.5,0.5\n2,2,0.125,1,1,0.75\n";
    var file = Files.writeString(folder.resolve("l.csv"), text).toString();

    var rows =
        json(("ope dr,switch-dr --policy p --model q,v --lambda 2 --logs " + file).split(" "));

    // cut off at 2 both weigh 2; switched the second weighs nothing
    assertThat(rows.get(0).get("value").asDouble()).isCloseTo(0.625 + 3 / 2.0, within(1e-12));
    assertThat(rows.get(1).get("value").asDouble()).isCloseTo(0.625 + 1 / 2.0, within(1e-12));
  }

  @Test
  void sharpeEqualsThePapersRatioOfScopeRl() throws IOException {
    var file = shared("scope_rl/policies.csv").toString();
    var metrics =
        new ObjectMapper().readTree(shared("scope_rl/expected_ops_metrics.json").toFile());

    var rows =
        json(
            "sharpe",
            "--policies",
            file,
            "--baseline",
            metrics.get("J_behavior").asText(),
            "--k",
            "1..10",
            "--convention",
            "paper",
            "--threshold",
            "8");

    assertThat(rows).hasSize(50);
    for (var row : rows) {
      var ratio =
          metrics
              .get("estimators")
              .get(row.get("estimator").asText())
              .get("paper_sharpe")
              .get(row.get("k").asText());
      if (ratio.isNull()) {
        assertThat(row.get("sharpeRatio").isNull()).isTrue();
      } else {
        assertThat(row.get("sharpeRatio").asDouble()).isCloseTo(ratio.asDouble(), within(1e-9));
      }
    }
  }

  /// By estimate: new 9, risky 5, old 4. Paper, k = 3: (5 - 3) / sqrt(8 / 3); scope-rl cannot
  /// choose the baseline: k = 2, (5 - 3) / sqrt(8).
  @Test
  void aBaselineOfTheFileCanBeChosenInThePaperAlone() throws IOException {
    var file = Files.writeString(folder.resolve("p.csv"), POLICIES).toString();

    var paper =
        json(
            "sharpe", "--policies", file, "--baseline", "old", "--k", "3", "--convention", "paper");
    var scopeRl = json("sharpe", "--policies", file, "--baseline", "old", "--k", "2");

    assertThat(paper.get(0).get("sharpeRatio").asDouble())
        .isCloseTo(2 / Math.sqrt(8.0 / 3), within(1e-12));
    assertThat(scopeRl.get(0).get("sharpeRatio").asDouble())
        .isCloseTo(2 / Math.sqrt(8), within(1e-12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--baseline none       | --baseline must be a number or a policy of",
        "--baseline 3 --k 4    | --k: k must be from 1 to the 3 policies: 4",
        "--baseline 3 --k few  | --k must be a number or a range such as 1..10: 'few'",
        "--baseline 3 --truth t | has no column 't'; there are [policy, true_value, est_x]",
        "--baseline 3 --convention own | --convention must be scope-rl or paper: 'own'",
      })
  void sharpeRefusesWhatItCannotCompute(String options, String message) throws IOException {
    var file = Files.writeString(folder.resolve("p.csv"), POLICIES).toString();

    var code = shell.run(("sharpe --policies " + file + " " + options).split(" +"));

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tis | 0,0,0,1,0,0.5,0.5   | :2: a propensity must be greater than 0 and at most 1: 0.0",
        "tis | 0,0,0,1,0.5,0.5,0.6 | :2: the probabilities of the actions must sum to 1: 1.1",
        "tis | 0,1,0,1,0.5,0.5,0.5 | :2: t must be 0, the next step: 1.0",
        "dr  | 0,0,0,1,0.5,0.5,0.5 | dr: dr needs the values of a model at each step",
        "ipw | 0,0,0,1,0.5,0.5,0.5 | no estimator 'ipw' for this file; there are [dm, dr",
      })
  void opeRefusesABadStepWithItsLine(String estimator, String line, String message)
      throws IOException {
    var text = "traj,t,action,reward,pscore,pe0,pe1\n" + line + "\n";
    var file = Files.writeString(folder.resolve("t.csv"), text).toString();

    var code = shell.run("ope", estimator, "--trajectories", file);

    assertThat(code).isEqualTo(2);
    assertThat(shell.err()).contains(message);
  }

  private JsonNode json(String... arguments) throws IOException {
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--format", "json"));
    var code = shell.run(all.toArray(String[]::new));
    assertThat(code).as(shell.err()).isZero();
    return new ObjectMapper().readTree(shell.out()).get("rows");
  }

  private static Path shared(String name) {
    var root = Path.of(System.getProperty("palmares.root", "../.."));
    var file = root.resolve("../shared/data").resolve(name).normalize();
    assumeTrue(Files.exists(file), () -> "skipped: no reference data at " + file);
    return file;
  }
}
