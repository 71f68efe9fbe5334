package palmares.launcher.role;

import java.util.List;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;

/// The commands that run one role each. Their help names all that the role can be told.
public final class RoleCommands {

  private RoleCommands() {}

  public static void addTo(CommandLine line, Surroundings surroundings) {
    line.addSubcommand(told(new CommandLine(new ApiCommand(surroundings)), Settings.OF_API))
        .addSubcommand(told(new CommandLine(new WorkerCommand(surroundings)), Settings.OF_WORKER))
        .addSubcommand(told(new CommandLine(new WebCommand(surroundings)), Settings.OF_WEB));
  }

  private static CommandLine told(CommandLine command, List<Setting> settings) {
    command
        .getCommandSpec()
        .usageMessage()
        .footerHeading("%nEnvironment:%n")
        .footer(Settings.help(settings));
    return command;
  }
}
