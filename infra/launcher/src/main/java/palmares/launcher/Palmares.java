package palmares.launcher;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import palmares.launcher.aggregate.AggregateCommand;
import palmares.launcher.agree.AgreeCommand;
import palmares.launcher.client.ClientCommands;
import palmares.launcher.compare.CompareCommand;
import palmares.launcher.demo.DemoCommand;
import palmares.launcher.keycloak.KeycloakCommand;
import palmares.launcher.policy.OpeCommand;
import palmares.launcher.policy.SharpeCommand;
import palmares.launcher.rank.DecideCommand;
import palmares.launcher.rank.RankCommand;
import palmares.launcher.role.RoleCommands;
import palmares.launcher.score.ScoreCommand;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.up.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/// The `palmares` command.
@Command(
    name = "palmares",
    version = "palmares " + Palmares.VERSION,
    description = "Leaderboards for AI systems: who is better, by how much, and how sure we are.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a run ended without being complete, or a check found a difference",
      "2:bad input",
      "3:no answer from the platform, or from what a role needs",
      "4:refused",
      "70:a fault of the command itself"
    },
    footer = "%nIn a source tree also: ./palmares test | test-one MODULE TEST | format | bench")
public final class Palmares {

  public static final String VERSION = "0.1.0";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "show this help")
  private boolean unusedHelp;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "show the version")
  private boolean unusedVersion;

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
    var line = new CommandLine(new Palmares(), ClientCommands.factory(surroundings));
    line.addSubcommand(new DemoCommand(surroundings)).addSubcommand(new UpCommand(surroundings));
    ClientCommands.addTo(line, surroundings);
    line.addSubcommand(RankCommand.commandLine(surroundings));
    line.addSubcommand(ScoreCommand.commandLine(surroundings));
    line.addSubcommand(AggregateCommand.commandLine(surroundings));
    line.addSubcommand(AgreeCommand.commandLine(surroundings));
    line.addSubcommand(new CompareCommand(surroundings));
    line.addSubcommand(DecideCommand.commandLine(surroundings));
    line.addSubcommand(OpeCommand.commandLine(surroundings));
    line.addSubcommand(new SharpeCommand(surroundings));
    line.addSubcommand(new KeycloakCommand(surroundings));
    RoleCommands.addTo(line, surroundings);
    line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
    return line.setUsageHelpWidth(100)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, arguments) -> misused(surroundings, e))
        .setExecutionExceptionHandler((e, command, parsed) -> failed(surroundings, e));
  }

  private static int misused(Surroundings surroundings, ParameterException e) {
    var command = e.getCommandLine();
    surroundings.warn(String.valueOf(e.getMessage()));
    if (command.getSubcommands().isEmpty()) {
      surroundings.warn("usage: " + command.getCommandSpec().qualifiedName() + " --help");
    } else {
      command.usage(surroundings.err());
    }
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
