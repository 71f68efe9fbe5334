package palmares.launcher.client;

import java.util.Map;
import java.util.concurrent.Callable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.TimelineEvent;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.SafeText;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "status",
    description = "Where a submission stands, what it waits for, and what happens next by itself.")
final class StatusCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(paramLabel = "ID", description = "of the submission")
  private String id = "";

  @Option(names = "--timeline", description = "tell also what has happened so far")
  private boolean timeline;

  @Option(names = "--wait", description = "follow the run to its end")
  private boolean wait;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connect();
    var path = "/submissions/" + ApiConnection.encoded(id);
    if (wait) {
      var following = new Following(connection, surroundings::say);
      var ended = following.follow(id);
      following.awaitBoards(ended);
      return Following.exitCode(ended);
    }
    if (timeline) {
      showTimeline(connection, path);
    }
    if (!(timeline && json)) {
      showStatus(connection.get(path, SubmissionStatus.class));
    }
    return ExitCode.DONE;
  }

  private void showTimeline(ApiConnection connection, String path) {
    var events = connection.allPages(path + "/timeline", Map.of(), TimelineEvent.class);
    if (json) {
      surroundings.print(ApiJson.pretty(events));
      return;
    }
    events.forEach(
        event -> surroundings.say(SafeText.oneLine(Words.time(event.at()) + "  " + event.text())));
  }

  private void showStatus(SubmissionStatus now) {
    if (json) {
      surroundings.print(ApiJson.pretty(now));
      return;
    }
    surroundings.say(Words.of(now));
    if (now.next() != null) {
      surroundings.say("  next: " + SafeText.oneLine(now.next()));
    }
    surroundings.print(Words.evaluators(now));
  }
}
