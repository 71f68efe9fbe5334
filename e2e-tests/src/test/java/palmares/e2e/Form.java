package palmares.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Files as `multipart/form-data`.
public record Form(String type, byte[] body) {

  private static final String BOUNDARY = "palmares-e2e-form";

  public static Form of(Map<String, String> files) {
    var body = new StringBuilder();
    files.forEach((name, content) ->
        body.append("--%s\r\n".formatted(BOUNDARY))
            .append(
                "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                    .formatted(name, name))
            .append("Content-Type: application/octet-stream\r\n\r\n")
            .append(content)
            .append("\r\n"));
    body.append("--%s--\r\n".formatted(BOUNDARY));
    return new Form(
        "multipart/form-data; boundary=" + BOUNDARY,
        body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
