package palmares.launcher.client;

import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/// The commands of the client, in the order in which help lists them.
public final class ClientCommands {

  private ClientCommands() {}

  /// What makes the objects that the commands mix in.
  public static IFactory factory(Surroundings surroundings) {
    return new ApiOptionsFactory(surroundings);
  }

  public static void addTo(CommandLine line, Surroundings surroundings) {
    line.addSubcommand(new BenchmarkCommand(surroundings))
        .addSubcommand(new PullCommand(surroundings))
        .addSubcommand(new SubmitCommand(surroundings))
        .addSubcommand(new StatusCommand(surroundings))
        .addSubcommand(
            SubmissionAction.command(
                surroundings,
                "cancel",
                "End a submission's run; what is evaluated so far stays and is never ranked."))
        .addSubcommand(
            SubmissionAction.command(
                surroundings,
                "retry",
                "Run the failed jobs of an ended submission again, in a new run."))
        .addSubcommand(
            SubmissionAction.command(
                surroundings,
                "choose",
                "Have a submission stand for its system, where the benchmark lets owners choose."))
        .addSubcommand(
            SubmissionAction.command(
                surroundings,
                "withdraw",
                "Take a submission off every leaderboard; older snapshots keep its row."))
        .addSubcommand(new PublishCommand(surroundings))
        .addSubcommand(ImportCommand.command(surroundings))
        .addSubcommand(new ExclusionCommand(surroundings))
        .addSubcommand(new LeaderboardCommand(surroundings))
        .addSubcommand(new VerifyCommand(surroundings))
        .addSubcommand(new DoctorCommand(surroundings))
        .addSubcommand(new WorkersCommand(surroundings))
        .addSubcommand(new SignInCommand(surroundings))
        .addSubcommand(new SignOutCommand(surroundings))
        .addSubcommand(new PasswordCommand(surroundings))
        .addSubcommand(new TokenCommand(surroundings))
        .addSubcommand(new AccountCommand(surroundings));
  }
}
