package palmares.api;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A multipart body, part by part.
public final class Multipart {

  private static final String BOUNDARY = "palmares-test-boundary";

  public static final String TYPE = "multipart/form-data; boundary=" + BOUNDARY;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  public Multipart file(String name, byte[] content) {
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(BOUNDARY, name, name);
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Multipart file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  public Multipart text(String name, String content) {
    var head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n".formatted(BOUNDARY, name);
    body.writeBytes((head + content + "\r\n").getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public Calls.Answer post(Calls calls, String path, String... headers) {
    var all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("Content-Type", TYPE));
    return calls.send("POST", path, bytes(), all);
  }

  /// All of it, as it is sent with [#TYPE].
  public byte[] bytes() {
    var all = new ByteArrayOutputStream();
    all.writeBytes(body.toByteArray());
    all.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return all.toByteArray();
  }
}
