package palmares.launcher.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.contract.leaderboard.Verification;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description =
        "Recompute snapshots from stored evidence and compare; exit code 1 if one differs.")
final class VerifyCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(arity = "0..*", paramLabel = "SNAPSHOT", description = "ids of snapshots")
  private List<String> snapshots = List.of();

  @Option(names = "--all", description = "the newest snapshot of every leaderboard")
  private boolean all;

  @Option(names = "--json", description = "print JSON")
  private boolean json;

  VerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    if (all != snapshots.isEmpty()) {
      throw CommandFailure.badInput("give the id of a SNAPSHOT, or --all");
    }
    var connection = api.connect();
    var found = new ArrayList<Verification>();
    for (var snapshot : all ? newest(connection) : snapshots) {
      var path = "/snapshots/" + ApiConnection.encoded(snapshot) + "/verification";
      found.add(connection.post(path, null, Verification.class));
    }
    if (json) {
      surroundings.print(ApiJson.pretty(found));
    } else {
      show(found);
    }
    return found.stream().allMatch(Verification::equal) ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private static List<String> newest(ApiConnection connection) {
    return connection.allPages("/leaderboards", Map.of(), LeaderboardSummary.class).stream()
        .map(LeaderboardSummary::snapshot)
        .filter(Objects::nonNull)
        .toList();
  }

  private void show(List<Verification> found) {
    for (var verification : found) {
      surroundings.say(
          verification.equal()
              ? "%s: equal, largest difference %s"
                  .formatted(
                      verification.snapshot(),
                      Words.number(verification.largestDifference(), "%.1e"))
              : verification.snapshot() + ": DIFFERENT");
      verification.differences().forEach(difference -> surroundings.say("  " + difference));
    }
    surroundings.say(
        "verify: %d of %d boards recomputed from evidence: equal"
            .formatted(found.stream().filter(Verification::equal).count(), found.size()));
  }
}
