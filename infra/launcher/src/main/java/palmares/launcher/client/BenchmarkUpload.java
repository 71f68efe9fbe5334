package palmares.launcher.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;

/// A benchmark's two files as the form that publishes it.
public final class BenchmarkUpload {

  private BenchmarkUpload() {}

  public static Upload of(Path folder) {
    var boundary = "palmares-" + UUID.randomUUID();
    var body =
        BodyPublishers.concat(
            head(boundary, "benchmark", "benchmark.yaml", "application/yaml"),
            content(folder.resolve("benchmark.yaml")),
            head(boundary, "examples", "examples.jsonl", "application/jsonl"),
            content(folder.resolve("examples.jsonl")),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return new Upload(body, "multipart/form-data; boundary=" + boundary, Map.of());
  }

  private static BodyPublisher head(String boundary, String part, String file, String type) {
    return BodyPublishers.ofString(
        "\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, part, file, type));
  }

  private static BodyPublisher content(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.badInput(
          "no file " + file + "; `palmares benchmark new DIR` writes a benchmark");
    }
    try {
      return BodyPublishers.ofFile(file);
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + file, e);
    }
  }
}
