package palmares.launcher.client;

import java.nio.file.Path;
import java.util.Map;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.contract.benchmark.PublishedBenchmark;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.terminal.TextTable;
import palmares.launcher.terminal.TextTable.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "benchmark",
    description = "A benchmark is a folder with benchmark.yaml and examples.jsonl.")
final class BenchmarkCommand {

  private final Surroundings surroundings;

  BenchmarkCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Command(name = "new", description = "Write a benchmark that runs, to be changed into your own.")
  int create(@Parameters(paramLabel = "DIR") Path folder) {
    NewBenchmark.write(folder);
    surroundings.say(
        """
        %s: benchmark.yaml, examples.jsonl, and answers of three systems to begin with
          %3$s benchmark check %1$s
          %3$s benchmark push %1$s
          %3$s submit %1$s/answers/*.jsonl --benchmark %2$s --wait
          %3$s leaderboard %2$s\
        """
            .formatted(folder, NewBenchmark.nameFor(folder), surroundings.called()));
    return ExitCode.DONE;
  }

  @Command(description = "List every flaw of a benchmark, without a server.")
  int check(@Parameters(paramLabel = "DIR") Path folder) {
    surroundings.say(OfflineCheck.of(folder));
    return ExitCode.DONE;
  }

  @Command(
      description = {
        "Publish a benchmark, or a new version of it.",
        "A published version never changes: raise `version` for a change."
      })
  int push(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "DIR") Path folder,
      @Option(names = "--check", description = "dry run: list every flaw, publish nothing")
          boolean check) {
    var upload = BenchmarkUpload.of(folder);
    var published =
        api.connect()
            .upload(
                "/benchmarks",
                check ? Map.of("check", "true") : Map.of(),
                upload,
                PublishedBenchmark.class);
    surroundings.say(
        "%s %s: %d examples, %s"
            .formatted(
                published.name(),
                published.version(),
                published.examples(),
                outcome(published, check)));
    return ExitCode.DONE;
  }

  @Command(
      description = {
        "Mend wrong references or checklists of a published version.",
        "Every submission is scored again from the responses it has; nothing is generated again.",
        "DIR: the folder with its gold mended; FILE: JSON lines of id with references or checklist."
      })
  int erratum(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "DIR|FILE") Path source,
      @Option(names = "--reason", required = true, description = "why, for everyone to read")
          String reason,
      @Option(names = "--benchmark", description = "for a FILE: the benchmark") String benchmark,
      @Option(names = "--version", description = "for a FILE: its version") String version,
      @Option(names = "--check", description = "dry run: list every flaw, and what would follow")
          boolean check) {
    var erratum = ErratumUpload.of(source, benchmark, version);
    var answer =
        api.connect()
            .upload(
                erratum.path(),
                check ? Map.of("check", "true") : Map.of(),
                erratum.upload(reason),
                ErratumAnswer.class);
    surroundings.say(ErratumUpload.words(answer));
    return ExitCode.DONE;
  }

  @Command(description = "The versions of a benchmark, and the errata of their gold.")
  int versions(
      @Mixin ApiOptions api,
      @Parameters(paramLabel = "BENCHMARK") String name,
      @Option(names = "--json", description = "print JSON") boolean json) {
    var versions = BenchmarkVersions.of(api.connect(), name);
    surroundings.print(json ? versions.json() : versions.text());
    return ExitCode.DONE;
  }

  private static String outcome(PublishedBenchmark published, boolean check) {
    if (check) {
      return "would be published";
    }
    return published.created() ? "published" : "is published already, exactly like this";
  }

  @Command(description = "The benchmarks of the platform.")
  int list(
      @Mixin ApiOptions api, @Option(names = "--json", description = "print JSON") boolean json) {
    var benchmarks = api.connect().allPages("/benchmarks", Map.of(), BenchmarkSummary.class);
    if (json) {
      surroundings.print(ApiJson.pretty(benchmarks));
      return ExitCode.DONE;
    }
    var table =
        TextTable.of(
            Column.words("name", 32),
            Column.words("version", 12),
            Column.numbers("examples"),
            Column.numbers("submissions"),
            Column.words("title", 32));
    benchmarks.forEach(benchmark ->
        table.row(
            benchmark.name(),
            benchmark.version(),
            Integer.toString(benchmark.examples()),
            Integer.toString(benchmark.submissions()),
            benchmark.title()));
    surroundings.print(table.toString());
    return ExitCode.DONE;
  }
}
