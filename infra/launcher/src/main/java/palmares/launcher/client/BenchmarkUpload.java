package palmares.launcher.client;

import java.nio.file.Files;
import java.nio.file.Path;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;

/// A benchmark's two files as the form that publishes it.
public final class BenchmarkUpload {

  private BenchmarkUpload() {}

  public static Upload of(Path folder) {
    var spec = there(folder.resolve("benchmark.yaml"));
    var examples = there(folder.resolve("examples.jsonl"));
    return new MultipartUpload()
        .file("benchmark", "benchmark.yaml", "application/yaml", spec)
        .file("examples", "examples.jsonl", "application/jsonl", examples)
        .upload();
  }

  private static Path there(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.badInput(
          "no file " + file + "; `palmares benchmark new DIR` writes a benchmark");
    }
    return file;
  }
}
