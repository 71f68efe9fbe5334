package palmares.launcher.rank;

import palmares.launcher.aggregate.FinalistsCommand;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// What to do about a ranking, a command each.
@Command(
    name = "decide",
    description =
        "Say how firm the first place is, which systems to take on, or which pair to judge next; needs"
            + " no server.",
    synopsisSubcommandLabel = "QUESTION",
    commandListHeading = "%nQuestions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:answered", "2:bad input"})
public final class DecideCommand {

  private DecideCommand() {}

  /// The command as a part of `palmares`.
  public static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new DecideCommand())
        .addSubcommand(new FinalistsCommand(surroundings))
        .addSubcommand(new LeverageCommand(surroundings))
        .addSubcommand(new NextPairCommand(surroundings));
  }
}
