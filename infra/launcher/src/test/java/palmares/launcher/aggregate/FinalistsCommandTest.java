package palmares.launcher.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

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

class FinalistsCommandTest {

  private static final String TABLE =
      "system,kind,x,y,z\na,open,4,4,1\nb,open,3,3,2\nc,closed,1,1,4\nd,closed,2,2,3\n";

  @TempDir private Path folder;

  private Shell shell;

  @BeforeEach
  void openShell() {
    shell = new Shell(folder);
  }

  /// By hand, as in FairSubsetTest: a and b by Borda, d for b with a quota of one, a and c where
  /// each criterion is to find one good system.
  @ParameterizedTest
  @CsvSource({
    "--rule=borda, 'a,open,1', 'b,open,1', 0",
    "--least=closed=1, 'a,open,1', 'd,closed,1', 1",
    "--rule=chamberlin-courant, 'a,open,1', 'c,closed,1', 0"
  })
  void choosesTheSetThatIsWorthMost(String setting, String one, String other, String cost)
      throws IOException {
    assertThat(finalists("--k=2", "--format=csv", setting)).as(shell.err()).isZero();
    assertThat(shell.out().lines())
        .contains(one, other)
        .filteredOn(line -> line.endsWith(",1"))
        .hasSize(2);

    finalists("--k=2", setting);
    assertThat(shell.out()).contains("the quotas cost " + cost);
  }

  @Test
  void lessCanBeBetter() throws IOException {
    finalists("--k=1", "--lower=x,y,z", "--format=csv");

    assertThat(shell.out().lines()).contains("c,closed,1");
  }

  @ParameterizedTest
  @CsvSource({
    "--k=9, from 1 to 4 systems can be chosen: 9",
    "--k=2 --least=closed=3, group 'closed' has 2 systems",
    "--k=1 --rule=plurality, '--rule must be one of sntv, bloc, borda'"
  })
  void refusesWhatCannotBeChosen(String settings, String message) throws IOException {
    assertThat(finalists(settings.split(" "))).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(shell.err()).contains(message);
  }

  private int finalists(String... settings) throws IOException {
    var file = Files.writeString(folder.resolve("table.csv"), TABLE);
    var arguments =
        new ArrayList<>(List.of("decide", "finalists", "--table", "" + file, "--group", "kind"));
    arguments.addAll(List.of(settings));
    return shell.run(arguments.toArray(String[]::new));
  }
}
