package palmares.launcher.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.rank.VoteColumns;
import palmares.launcher.rank.VoteLines;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "battles",
    description = {
      "Import battles from CSV files of the families that `palmares rank --help` tells.",
      "Several files are read as one, in their order."
    })
final class ImportBattlesCommand implements Callable<Integer> {

  @Mixin private final ImportOptions options;

  @Parameters(arity = "1..*", paramLabel = "F.csv", description = "CSV in UTF-8 with a header")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--benchmark", required = true, paramLabel = "NAME", description = "its name")
  private String benchmark = "";

  @Mixin private VoteColumns columns = new VoteColumns();

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "who decided them; the names of the files if not given")
  private @Nullable String source;

  ImportBattlesCommand(Surroundings surroundings) {
    this.options = new ImportOptions(surroundings);
  }

  @Override
  public Integer call() {
    try {
      var lines = Files.createTempFile("palmares", ".jsonl.gz");
      try {
        try (var out = new GZIPOutputStream(Files.newOutputStream(lines))) {
          VoteLines.write(files, columns, out);
        }
        send(lines);
      } finally {
        Files.deleteIfExists(lines);
      }
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot write the battles to a temporary file", e);
    }
    return ExitCode.DONE;
  }

  private void send(Path lines) throws IOException {
    var upload =
        new Upload(
            BodyPublishers.ofFile(lines), "application/jsonl", Map.of("Content-Encoding", "gzip"));
    var query = Map.of("benchmark", benchmark, "source", source == null ? names() : source);
    options.send("/imports/battles", new TreeMap<>(query), upload);
  }

  private String names() {
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(", "));
  }
}
