package palmares.launcher.client;

import java.util.concurrent.Callable;
import palmares.contract.submission.SubmissionStatus;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Something that an owner can do with a submission.
@Command
final class SubmissionAction implements Callable<Integer> {

  private final Surroundings surroundings;
  private final String action;

  @Mixin private final ApiOptions api;

  @Parameters(paramLabel = "ID", description = "of the submission")
  private String id = "";

  private SubmissionAction(Surroundings surroundings, String action) {
    this.surroundings = surroundings;
    this.action = action;
    this.api = new ApiOptions(surroundings);
  }

  /// @param action as the api names it
  static CommandLine command(Surroundings surroundings, String action, String description) {
    var line = new CommandLine(new SubmissionAction(surroundings, action)).setCommandName(action);
    line.getCommandSpec().usageMessage().description(description);
    return line;
  }

  @Override
  public Integer call() {
    var path = "/submissions/" + ApiConnection.encoded(id) + "/" + action;
    var now = api.connect().post(path, null, SubmissionStatus.class);
    surroundings.say(Words.of(now));
    if (now.chosenAt() != null) {
      surroundings.say("  chosen at " + Words.time(now.chosenAt()));
    }
    if (now.withdrawnAt() != null) {
      surroundings.say("  withdrawn at " + Words.time(now.withdrawnAt()));
    }
    return ExitCode.DONE;
  }
}
