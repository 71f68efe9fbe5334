package palmares.launcher.client;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "alpaca-eval",
    description = {
      "Import preferences as AlpacaEval keeps them: folders with annotations.json and",
      "model_outputs.json, or the two files by name. The baseline's folder should come first,",
      "because it has every prompt."
    })
final class ImportAlpacaEvalCommand implements Callable<Integer> {

  @Mixin private final ImportOptions options;

  @Parameters(arity = "0..*", paramLabel = "DIR", description = "one for each system")
  private List<Path> folders = new ArrayList<>();

  @Option(names = "--annotations", paramLabel = "FILE", description = "instead of a folder")
  private @Nullable Path annotations;

  @Option(names = "--outputs", paramLabel = "FILE", description = "the responses beside them")
  private @Nullable Path outputs;

  @Option(
      names = {"--system", "--model"},
      paramLabel = "NAME",
      description = "what the row is called; as the folder is, or as the files say")
  private @Nullable String system;

  @Option(
      names = "--benchmark",
      paramLabel = "NAME",
      description = "made if there is none; alpaca-eval if not given")
  private String benchmark = "alpaca-eval";

  ImportAlpacaEvalCommand(Surroundings surroundings) {
    this.options = new ImportOptions(surroundings);
  }

  @Override
  public Integer call() {
    if (folders.isEmpty() == (annotations == null) || (outputs != null && annotations == null)) {
      throw CommandFailure.badInput(
          "give either folders, or --annotations FILE with or without --outputs FILE");
    }
    if (system != null && folders.size() > 1) {
      throw CommandFailure.badInput("--system names one system, and there are " + folders.size());
    }
    if (annotations != null) {
      var given = Optional.ofNullable(outputs).map(ImportAlpacaEvalCommand::there);
      send(AlpacaEvalFolder.upload(given, there(annotations)), system);
    }
    for (var folder : folders.stream().map(AlpacaEvalFolder::of).toList()) {
      var upload = AlpacaEvalFolder.upload(folder.outputs(), folder.annotations());
      send(upload, system == null ? folder.name() : system);
    }
    return ExitCode.DONE;
  }

  private void send(Upload upload, @Nullable String name) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("benchmark", benchmark);
    if (name != null) {
      query.put("system", name);
    }
    options.send("/imports/alpaca-eval", query, upload);
  }

  private static Path there(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.badInput("no file " + file);
    }
    return file;
  }
}
