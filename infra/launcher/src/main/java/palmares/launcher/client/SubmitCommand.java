package palmares.launcher.client;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.NewSubmission;
import palmares.contract.submission.NewSubmission.NewSystem;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmitAnswer;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "submit",
    description = {
      "Submit the responses of systems, or have a built-in system run by the workers.",
      "Prints the submission's id. With --wait the exit code tells how the run ended."
    })
final class SubmitCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "JSON lines of {\"id\", \"text\"}; may be gzip (.gz); several are a system each")
  private List<Path> files = List.of();

  @Option(names = "--benchmark", required = true, paramLabel = "NAME")
  private String benchmark = "";

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "of the benchmark; the newest one if not given")
  private @Nullable String version;

  @Option(
      names = {"--system", "--model"},
      paramLabel = "NAME",
      description = "what the row on the leaderboard is called; what the file is if not given")
  private @Nullable String system;

  @Option(names = "--team", paramLabel = "NAME", description = "whose row and quota it is")
  private @Nullable String team;

  @Option(
      names = "--anonymous",
      description = "everyone else sees a number in place of a new system, until it is published")
  private boolean anonymous;

  @Option(names = "--check", description = "dry run: list every flaw, cost nothing")
  private boolean check;

  @Option(names = "--wait", description = "follow the run to its end")
  private boolean wait;

  @Option(names = "--allow-partial", description = "examples may be left out; a gap never pays")
  private boolean allowPartial;

  @Option(
      names = "--built-in",
      paramLabel = "ID",
      description = "instead of a file: a system that workers offer, such as bm25@1")
  private @Nullable String builtIn;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "a setting of the built-in system")
  private Map<String, String> settings = new LinkedHashMap<>();

  @Option(names = "--json", description = "print the answer as JSON")
  private boolean json;

  SubmitCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    if (files.isEmpty() == (builtIn == null)) {
      throw CommandFailure.badInput("give either FILEs of responses or --built-in ID");
    }
    if (system != null && files.size() > 1) {
      throw CommandFailure.badInput("--system names one system, and there are " + files.size());
    }
    var connection = api.connect();
    var answers =
        files.isEmpty()
            ? List.of(sendOrder(connection, builtIn))
            : files.stream().map(each -> sendFile(connection, each)).toList();
    if (json) {
      surroundings.print(ApiJson.pretty(answers.size() == 1 ? answers.getFirst() : answers));
    }
    return wait ? followed(connection, answers) : ExitCode.DONE;
  }

  private int followed(ApiConnection connection, List<SubmitAnswer> answers) {
    var following = new Following(connection, json ? surroundings::warn : surroundings::say);
    var ended =
        answers.stream()
            .map(SubmitAnswer::id)
            .filter(Objects::nonNull)
            .map(following::follow)
            .toList();
    ended.stream()
        .max(Comparator.comparing(SubmissionStatus::since))
        .filter(following::awaitBoards)
        .ifPresent(last ->
            following
                .tell()
                .accept(
                    "where it stands: %s leaderboard %s"
                        .formatted(surroundings.called(), last.benchmark())));
    return ended.stream().mapToInt(Following::exitCode).max().orElse(ExitCode.DONE);
  }

  private SubmitAnswer sendFile(ApiConnection connection, Path responses) {
    if (!settings.isEmpty()) {
      throw CommandFailure.badInput("--set is only for --built-in");
    }
    var query = new LinkedHashMap<String, String>();
    query.put("benchmark", benchmark);
    query.put("system", system != null ? system : ResponseFile.name(responses));
    if (version != null) {
      query.put("version", version);
    }
    if (team != null) {
      query.put("team", team);
    }
    if (allowPartial) {
      query.put("allowPartial", "true");
    }
    if (anonymous) {
      query.put("anonymous", "true");
    }
    if (check) {
      query.put("check", "true");
    }
    try (var upload = ResponseFile.open(responses)) {
      return told(connection.upload("/submissions", query, upload.upload(), SubmitAnswer.class));
    }
  }

  /// At once, because a later file of several may be refused.
  private SubmitAnswer told(SubmitAnswer answer) {
    if (!json) {
      surroundings.say(Words.of(answer));
    }
    return answer;
  }

  private SubmitAnswer sendOrder(ApiConnection connection, @Nullable String id) {
    if (id == null) {
      throw CommandFailure.badInput("--built-in needs an id");
    }
    var name = system != null ? system : id.replaceAll("@.*", "");
    var order =
        new NewSubmission(
            benchmark,
            version,
            team,
            new NewSystem(name, "built-in", id, settings, null, null, null, null),
            null,
            allowPartial ? true : null,
            null,
            anonymous ? true : null);
    return told(
        connection.post("/submissions" + (check ? "?check=true" : ""), order, SubmitAnswer.class));
  }
}
