package palmares.launcher.score;

import palmares.launcher.policy.DatasetCommand;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The scores of public leaderboards, and of files of samples and forecasts, a command each.
@Command(
    name = "score",
    description = "Compute the score of a public leaderboard from files; needs no server.",
    synopsisSubcommandLabel = "SCORE",
    commandListHeading = "%nScores:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:scored, also where a system has none", "2:bad input"})
public final class ScoreCommand {

  private ScoreCommand() {}

  /// The command as a part of `palmares`.
  public static CommandLine commandLine(Surroundings surroundings) {
    return new CommandLine(new ScoreCommand())
        .addSubcommand(new AlpacaEvalCommand(surroundings))
        .addSubcommand(new ArenaHardCommand(surroundings))
        .addSubcommand(new DatasetCommand(surroundings))
        .addSubcommand(new RiskCoverageCommand(surroundings))
        .addSubcommand("samples", SamplesCommand.commandLine(surroundings))
        .addSubcommand(new CalibrationCommand(surroundings))
        .addSubcommand(new PassAtKCommand(surroundings))
        .addSubcommand(new RewardBenchCommand(surroundings))
        .addSubcommand(new RewardMathCommand(surroundings))
        .addSubcommand(new WbRewardCommand(surroundings));
  }
}
