package palmares.launcher.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import palmares.launcher.terminal.CommandFailure;

/// The benchmark that `benchmark new` writes: small, complete, with comments that teach, and with
/// the answers of three systems to begin with.
final class NewBenchmark {

  private static final List<String> FILES =
      List.of(
          "benchmark.yaml",
          "examples.jsonl",
          "answers/careful.jsonl",
          "answers/guessing.jsonl",
          "answers/wordy.jsonl");

  private NewBenchmark() {}

  static void write(Path folder) {
    for (var file : FILES) {
      if (Files.exists(folder.resolve(file))) {
        throw CommandFailure.badInput(
            folder.resolve(file) + " is there already; choose another folder");
      }
    }
    try {
      Files.createDirectories(folder.resolve("answers"));
      for (var file : FILES) {
        Files.writeString(folder.resolve(file), template(file).replace("{name}", nameFor(folder)));
      }
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot write a benchmark into " + folder, e);
    }
  }

  /// The folder's own name, as far as the name of a benchmark may be like it.
  static String nameFor(Path folder) {
    var name =
        folder
            .toAbsolutePath()
            .normalize()
            .getFileName()
            .toString()
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return name.isEmpty() ? "mine" : name;
  }

  private static String template(String file) {
    try (var in = NewBenchmark.class.getResourceAsStream("new-benchmark/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the command comes without its template " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the template " + file, e);
    }
  }
}
