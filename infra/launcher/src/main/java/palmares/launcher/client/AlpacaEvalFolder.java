package palmares.launcher.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;

/// The folder that AlpacaEval keeps of a system: `model_outputs.json`, and `annotations.json`
/// beside it or in a folder named after the annotator; each may be a table in CSV or TSV instead,
/// and packed by gzip.
record AlpacaEvalFolder(Path folder, Optional<Path> outputs, Path annotations) {

  private static final String ANNOTATIONS = "annotations";

  /// As AlpacaEval writes them first, as pandas does then.
  private static final List<String> ENDINGS =
      List.of(".json", ".json.gz", ".csv", ".csv.gz", ".tsv", ".tsv.gz");

  /// @throws CommandFailure if it has no annotations, or those of several annotators
  static AlpacaEvalFolder of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.badInput("no folder " + folder);
    }
    var found = packedOrNot(folder, ANNOTATIONS).map(List::of).orElseGet(() -> below(folder));
    if (found.size() != 1) {
      throw CommandFailure.badInput(
          found.isEmpty()
              ? "%s has no %s.json (or .csv, .tsv), nor has a folder in it"
                  .formatted(folder, ANNOTATIONS)
              : "%s has %s of several annotators, %s; name one with --annotations"
                  .formatted(folder, ANNOTATIONS, found));
    }
    return new AlpacaEvalFolder(folder, packedOrNot(folder, "model_outputs"), found.getFirst());
  }

  /// AlpacaEval's own tables call a system as its folder is called.
  String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  static Upload upload(Optional<Path> outputs, Path annotations) {
    var form = new MultipartUpload();
    outputs.ifPresent(file -> add(form, "outputs", file));
    add(form, "annotations", annotations);
    return form.upload();
  }

  private static void add(MultipartUpload form, String part, Path file) {
    if (AlpacaEvalTable.is(file)) {
      form.bytes(part, part, "application/json", AlpacaEvalTable.asJson(file));
    } else {
      form.file(part, part, type(file), file);
    }
  }

  private static String type(Path file) {
    return file.toString().endsWith(".gz") ? "application/gzip" : "application/json";
  }

  private static List<Path> below(Path folder) {
    try (var folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .flatMap(each -> packedOrNot(each, ANNOTATIONS).stream())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + folder, e);
    }
  }

  private static Optional<Path> packedOrNot(Path folder, String name) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(name + ending))
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
