package palmares.launcher.client;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.contract.system.SystemSummary;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    description = {
      "Show everyone the name and the card of an anonymous system, and whose it is, on every",
      "leaderboard and in older snapshots too. There is no way back."
    })
final class PublishCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(paramLabel = "SYSTEM", description = "its name, or its id")
  private String system = "";

  @Option(
      names = "--team",
      paramLabel = "NAME",
      description = "whose it is, where several teams of yours have one of this name")
  private @Nullable String team;

  PublishCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connect();
    var path = "/systems/" + ApiConnection.encoded(found(connection).id()) + "/publish";
    var now = connection.post(path, null, SystemSummary.class);
    surroundings.say(
        "%s of %s is public since %s"
            .formatted(now.name(), now.team(), Words.time(now.publishedAt())));
    return ExitCode.DONE;
  }

  private SystemSummary found(ApiConnection connection) {
    var systems =
        connection.allPages("/systems", Map.of(), SystemSummary.class).stream()
            .filter(each -> each.name().equals(system) || each.id().equals(system))
            .filter(each -> team == null || each.team().equals(team))
            .toList();
    if (systems.size() != 1) {
      throw CommandFailure.badInput(
          systems.isEmpty()
              ? "no system of your teams is called " + system
              : "several teams of yours have a system %s: %s; name one with --team"
                  .formatted(system, systems.stream().map(SystemSummary::team).toList()));
    }
    return systems.getFirst();
  }
}
