package palmares.launcher.client;

import java.util.Map;
import java.util.Objects;
import palmares.contract.benchmark.Exclusion;
import palmares.contract.benchmark.ExclusionCheck;
import palmares.contract.benchmark.ExclusionLift;
import palmares.contract.benchmark.NewExclusion;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "exclusion",
    description = {
      "What is left out of the leaderboards of a benchmark version, with the reason for everyone to",
      "read. The evidence stays, and counts again once the exclusion is lifted."
    })
final class ExclusionCommand {

  private final Surroundings surroundings;

  ExclusionCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// The version that all of these are about.
  static final class Version {

    @Parameters(index = "0", paramLabel = "BENCHMARK", description = "its name")
    private String benchmark = "";

    @Option(names = "--version", paramLabel = "VERSION", required = true, description = "which")
    private String version = "";

    private String path() {
      return "/benchmarks/%s/versions/%s/exclusions"
          .formatted(ApiConnection.encoded(benchmark), ApiConnection.encoded(version));
    }
  }

  @Command(description = "List what is left out, and what was.")
  int list(
      @Mixin ApiOptions api,
      @Mixin Version version,
      @Option(names = "--json", description = "print JSON") boolean json) {
    var all = api.connect().allPages(version.path(), Map.of(), Exclusion.class);
    if (json) {
      surroundings.print(ApiJson.pretty(all));
      return ExitCode.DONE;
    }
    var table =
        TextTable.of(
            Column.words("id", 36),
            Column.words("kind", 10),
            Column.words("subject", 40),
            Column.words("lifted", 20),
            Column.words("reason", 60),
            Column.words("lifted because", 60));
    all.forEach(each ->
        table.row(
            each.id(),
            each.kind(),
            each.subject(),
            each.liftedAt() == null ? "-" : Words.time(each.liftedAt()),
            each.reason(),
            Objects.requireNonNullElse(each.liftReason(), "-")));
    surroundings.print(table.toString());
    return ExitCode.DONE;
  }

  @Command(description = "Leave something out of every figure.")
  int add(
      @Mixin ApiOptions api,
      @Mixin Version version,
      @Parameters(
              index = "1",
              paramLabel = "KIND",
              description = "submission, run, example or rater")
          String kind,
      @Parameters(
              index = "2",
              paramLabel = "SUBJECT",
              description = "an id, an example's name, an evaluator as id@version, or a source")
          String subject,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              required = true,
              description = "why, for everyone to read")
          String reason,
      @Option(names = "--check", description = "dry run: say what it would concern")
          boolean check) {
    var order = new NewExclusion(kind, subject, reason);
    if (check) {
      var found = api.connect().post(version.path() + "/check", order, ExclusionCheck.class);
      surroundings.say(concerned(found));
      return ExitCode.DONE;
    }
    var made = api.connect().post(version.path(), order, Exclusion.class);
    surroundings.say("left out: %s %s (%s)".formatted(made.kind(), made.subject(), made.reason()));
    surroundings.say(
        "  lift it by: %s exclusion lift %s %s --version %s --reason ..."
            .formatted(surroundings.called(), version.benchmark, made.id(), version.version));
    return ExitCode.DONE;
  }

  private static String concerned(ExclusionCheck found) {
    var boards = found.leaderboards();
    return """
    it would leave out: %s %s
      submissions that may lose evidence: %d
      leaderboards that would be built anew: %s\
    """
        .formatted(
            found.kind(),
            found.subject(),
            found.submissions(),
            boards.isEmpty() ? "none" : String.join(", ", boards));
  }

  @Command(description = "Let something count again.")
  int lift(
      @Mixin ApiOptions api,
      @Mixin Version version,
      @Parameters(index = "1", paramLabel = "ID", description = "of the exclusion") String id,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              required = true,
              description = "why it counts again, for everyone to read")
          String reason) {
    var path = version.path() + "/" + ApiConnection.encoded(id) + "/lift";
    var now = api.connect().post(path, new ExclusionLift(reason), Exclusion.class);
    surroundings.say("counts again: %s %s".formatted(now.kind(), now.subject()));
    return ExitCode.DONE;
  }
}
