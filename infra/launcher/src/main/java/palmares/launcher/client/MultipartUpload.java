package palmares.launcher.client;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;

/// Files as the parts of one form.
final class MultipartUpload {

  private final String boundary = "palmares-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();

  MultipartUpload bytes(String part, String name, String type, byte[] content) {
    parts.add(head(part, name, type));
    parts.add(BodyPublishers.ofByteArray(content));
    return this;
  }

  private BodyPublisher head(String part, String name, String type) {
    return BodyPublishers.ofString(
        "\r\n--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(boundary, part, name, type));
  }

  /// @param name of the part, and of the file in it
  MultipartUpload file(String part, String name, String type, Path file) {
    parts.add(head(part, name, type));
    try {
      parts.add(BodyPublishers.ofFile(file));
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + file, e);
    }
    return this;
  }

  Upload upload() {
    var all = new ArrayList<>(parts);
    all.add(BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return new Upload(
        BodyPublishers.concat(all.toArray(BodyPublisher[]::new)),
        "multipart/form-data; boundary=" + boundary,
        Map.of());
  }
}
