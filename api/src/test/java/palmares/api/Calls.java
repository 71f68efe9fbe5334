package palmares.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.api.json.Json;
import palmares.api.json.JsonReader;
import palmares.api.problem.Flaws;

/// Calls an api over real HTTP, with nothing between the test and the bytes.
public final class Calls {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;
  private final @Nullable String token;

  public Calls(URI address) {
    this(address.resolve("/api/v1/"), null);
  }

  private Calls(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  public Calls as(String bearer) {
    return new Calls(base, bearer);
  }

  public URI address(String path) {
    return base.resolve(path);
  }

  /// What the calls are authorised by; empty for nobody.
  public String token() {
    return token == null ? "" : token;
  }

  /// The same caller, at another address of the same platform.
  public Calls at(URI address) {
    return new Calls(address.resolve("/api/v1/"), token);
  }

  public Answer get(String path) {
    return send("GET", path, new byte[0], List.of());
  }

  public Answer post(String path, String json) {
    return send(
        "POST",
        path,
        json.getBytes(StandardCharsets.UTF_8),
        List.of("Content-Type", "application/json"));
  }

  public Answer delete(String path) {
    return send("DELETE", path, new byte[0], List.of());
  }

  /// @param headers names and values in turn
  public Answer send(String method, String path, byte[] body, List<String> headers) {
    return send(method, path, BodyPublishers.ofByteArray(body), headers);
  }

  /// @param headers names and values in turn
  public Answer send(String method, String path, BodyPublisher body, List<String> headers) {
    var all = new ArrayList<>(headers);
    if (token != null) {
      all.addAll(List.of("Authorization", "Bearer " + token));
    }
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofMinutes(5))
            .method(method, body);
    if (!all.isEmpty()) {
      request.headers(all.toArray(String[]::new));
    }
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// What came back.
  public record Answer(HttpResponse<byte[]> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /// The value at a path such as `errors[0].field`, as text; `absent` where there is none.
    public String at(String path) {
      var flaws = new Flaws(null);
      var value = JsonReader.read(response.body(), 1, flaws);
      for (var step : path.replace("[", ".[").replaceFirst("^\\.", "").split("\\.")) {
        value =
            switch (value) {
              case Json.Obj object -> object.fields().get(step);
              case Json.Arr array when step.startsWith("[") -> {
                var index = Integer.parseInt(step.substring(1, step.length() - 1));
                yield index < array.items().size() ? array.items().get(index) : null;
              }
              case null, default -> null;
            };
      }
      return switch (value) {
        case Json.Text text -> text.value();
        case Json.Num number -> number.value().toPlainString();
        case Json.Bool bool -> Boolean.toString(bool.value());
        case Json.Arr array -> "list of " + array.items().size();
        case Json.Obj object -> "object of " + object.fields().keySet();
        case Json.Null none -> "null";
        case null -> "absent";
      };
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }
}
