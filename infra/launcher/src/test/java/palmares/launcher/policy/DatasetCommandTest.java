package palmares.launcher.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class DatasetCommandTest {

  private static final String LOG =
      "traj,state,action,reward\nt1,s0,a,1\nt1,s1,a,2\nt2,s0,a,3\nt2,s1,b,2\n";

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  /// By hand: returns 3 and 5, their mean a third of the way from 2 to 8; three of four pairs.
  @Test
  void saysHowGoodALogIsAndHowMuchItHasSeen() throws IOException {
    var reference =
        Files.writeString(
            folder.resolve("reference.csv"),
            "traj,state,action,reward\nr,s0,a,0\nr,s0,b,0\nr,s1,a,0\nr,s1,b,0\nr,s1,b,0\n");

    var code = dataset(LOG, "--random=2", "--best=8", "--reference=" + reference, "--format=json");

    assertThat(code).as(shell.err()).isZero();
    var found = new ObjectMapper().readTree(shell.out());
    assertThat(found.get("rows").get(0).get("value").asDouble()).isCloseTo(1 / 3.0, within(1e-15));
    assertThat(found.get("rows").get(1).get("value").asDouble()).isEqualTo(0.75);
    assertThat(found.get("notes").get(0).asText()).contains("4 steps against 5");
  }

  @ParameterizedTest
  @CsvSource({
    "--random=2, --random and --best are needed together",
    "--random=2 --best=1, the best return must be finite and above",
    "--random=2 --best=NaN, the best return must be finite and above"
  })
  void refusesWhatALogCannotBeHeldAgainst(String settings, String message) throws IOException {
    assertThat(dataset(LOG, settings.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains(message);
  }

  private int dataset(String log, String... settings) throws IOException {
    var file = Files.writeString(folder.resolve("log.csv"), log);
    var arguments = new ArrayList<>(List.of("score", "dataset", "--trajectories", "" + file));
    arguments.addAll(List.of(settings));
    return shell.run(arguments.toArray(String[]::new));
  }
}
