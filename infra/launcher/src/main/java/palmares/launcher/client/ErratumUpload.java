package palmares.launcher.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.ErratumAnswer;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;

/// Mended gold as the form that publishes it.
record ErratumUpload(Path file, String benchmark, String version) {

  /// @param source a benchmark's folder, which says itself of which version it is, or a file of
  ///   lines
  static ErratumUpload of(Path source, @Nullable String benchmark, @Nullable String version) {
    if (Files.isDirectory(source)) {
      var spec = OfflineCheck.read(source).spec();
      return new ErratumUpload(source.resolve("examples.jsonl"), spec.name(), spec.version());
    }
    if (!Files.isRegularFile(source)) {
      throw CommandFailure.badInput(
          "no file or folder " + source + "; expected a benchmark's folder, or JSON lines of gold");
    }
    if (benchmark == null || version == null) {
      throw CommandFailure.badInput(
          "a file does not say what it mends; name it by --benchmark NAME --version VERSION");
    }
    return new ErratumUpload(source, benchmark, version);
  }

  String path() {
    return "/benchmarks/%s/versions/%s/errata"
        .formatted(ApiConnection.encoded(benchmark), ApiConnection.encoded(version));
  }

  Upload upload(String reason) {
    var boundary = "palmares-" + UUID.randomUUID();
    var head =
        """
        --%1$s\r
        Content-Disposition: form-data; name="reason"\r
        Content-Type: text/plain; charset=utf-8\r
        \r
        %2$s\r
        --%1$s\r
        Content-Disposition: form-data; name="erratum"; filename="erratum.jsonl"\r
        Content-Type: application/jsonl\r
        \r
        """
            .formatted(boundary, reason);
    try {
      return new Upload(
          BodyPublishers.concat(
              BodyPublishers.ofString(head),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")),
          "multipart/form-data; boundary=" + boundary,
          Map.of());
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + file, e);
    }
  }

  static String words(ErratumAnswer answer) {
    var lacking =
        answer.lacking() == 0
            ? ""
            : ", %d left out: responses of theirs are missing".formatted(answer.lacking());
    return "%s %s: gold revision %d %s %d examples; %d submissions %s scored again%s"
        .formatted(
            answer.name(),
            answer.version(),
            answer.revision(),
            answer.created() ? "mends" : "would mend",
            answer.examples(),
            answer.submissions(),
            answer.created() ? "are" : "would be",
            lacking);
  }
}
