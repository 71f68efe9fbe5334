package palmares.launcher.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "pull",
    description = "Fetch a benchmark's inputs and a template to fill in; never gold.")
final class PullCommand implements Callable<Integer> {

  private static final List<String> FILES = List.of("examples.jsonl", "template.jsonl");

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Parameters(paramLabel = "BENCHMARK")
  private String benchmark = "";

  @Option(names = "--version", paramLabel = "VERSION", description = "the newest one if not given")
  private @Nullable String version;

  @Option(names = "--to", paramLabel = "DIR", description = "BENCHMARK-VERSION if not given")
  private @Nullable Path to;

  @Option(names = "--force", description = "replace files that are there")
  private boolean force;

  PullCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
  }

  @Override
  public Integer call() {
    var connection = api.connect();
    var path = "/benchmarks/" + ApiConnection.encoded(benchmark);
    var detail =
        connection.get(
            path, version == null ? Map.of() : Map.of("version", version), BenchmarkDetail.class);
    var folder = to != null ? to : folderOf(detail);
    FILES.forEach(file -> refuseToReplace(folder.resolve(file)));
    for (var file : FILES) {
      var address = path + "/versions/" + ApiConnection.encoded(detail.version()) + "/" + file;
      write(folder.resolve(file), connection.bytes(address));
    }
    surroundings.say(
        """
        %d examples in %s; fill in the texts of %s, then
          palmares submit %3$s --benchmark %s --system NAME --wait\
        """
            .formatted(
                detail.examples(),
                folder.resolve("examples.jsonl"),
                folder.resolve("template.jsonl"),
                benchmark));
    return ExitCode.DONE;
  }

  /// The platform names the version, so it may not name a path.
  private Path folderOf(BenchmarkDetail detail) {
    return Path.of((benchmark + "-" + detail.version()).replaceAll("[^A-Za-z0-9._-]", "_"));
  }

  private void refuseToReplace(Path file) {
    if (Files.exists(file) && !force) {
      throw CommandFailure.badInput(file + " is there already; --force replaces it");
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var part = file.resolveSibling(file.getFileName() + ".part");
      Files.write(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot write " + file, e);
    }
  }
}
