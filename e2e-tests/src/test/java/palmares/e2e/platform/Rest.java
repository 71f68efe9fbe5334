package palmares.e2e.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The REST API as a stranger's program uses it: JSON in, JSON out, no class of ours.
public final class Rest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI origin;
  private final String token;

  /// @param token empty for calls without one
  public Rest(URI origin, String token) {
    this.origin = origin;
    this.token = token;
  }

  public URI origin() {
    return origin;
  }

  public String token() {
    return token;
  }

  public record Answer(int status, JsonNode body) {}

  public Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  /// The items of all pages of a list.
  public List<JsonNode> all(String path) throws IOException, InterruptedException {
    var first = path + (path.contains("?") ? "&" : "?") + "limit=500";
    var items = new ArrayList<JsonNode>();
    JsonNode page = null;
    do {
      page = get(page == null ? first : first + "&cursor=" + page.get("next").asText()).body();
      page.get("items").forEach(items::add);
    } while (page.hasNonNull("next"));
    return items;
  }

  public Answer post(String path, Object body) throws IOException, InterruptedException {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) throws IOException, InterruptedException {
    return send("PUT", path, body);
  }

  private Answer send(String method, String path, Object body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body))));
  }

  public Answer post(String path, String type, byte[] body, Map<String, String> headers)
      throws IOException, InterruptedException {
    var request = request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    return send(request);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(origin.resolve("/api/v1" + path)).timeout(Duration.ofSeconds(30));
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
  }
}
