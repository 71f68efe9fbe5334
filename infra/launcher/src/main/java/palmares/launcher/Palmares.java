package palmares.launcher;

import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/// The `palmares` command.
@Command(
    name = "palmares",
    mixinStandardHelpOptions = true,
    version = "palmares " + Palmares.VERSION,
    description = "Leaderboards for AI systems.",
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a run ended without being complete, or a check found a difference",
      "2:bad input",
      "3:no answer from the platform, or from what a role needs",
      "4:refused",
      "70:a fault of the command itself"
    })
public final class Palmares {

  public static final String VERSION = "0.1.0";

  private Palmares() {}

  public static void main(String[] arguments) {
    System.exit(run(Surroundings.ofProcess(), arguments));
  }

  /// Runs one command to its end.
  ///
  /// @return see [ExitCode]
  public static int run(Surroundings surroundings, String... arguments) {
    return commandLine(surroundings).execute(arguments);
  }

  static CommandLine commandLine(Surroundings surroundings) {
    var line = new CommandLine(new Palmares());
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    return line.setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, a) -> misused(surroundings, e))
        .setExecutionExceptionHandler((e, command, result) -> failed(surroundings, e));
  }

  private static int misused(Surroundings surroundings, ParameterException e) {
    var name = e.getCommandLine().getCommandSpec().qualifiedName();
    surroundings.warn(e.getMessage() + "\nusage: " + name + " --help");
    return ExitCode.BAD_INPUT;
  }

  private static int failed(Surroundings surroundings, Exception e) {
    if (e instanceof CommandFailure failure) {
      surroundings.warn(failure.getMessage());
      return failure.exitCode();
    }
    surroundings.warn("palmares failed: " + e);
    if (surroundings.variable("PALMARES_TRACE") != null) {
      e.printStackTrace(surroundings.err());
    } else {
      surroundings.warn("PALMARES_TRACE=1 shows where");
    }
    return ExitCode.FAULT;
  }
}
