package palmares.launcher.client;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.identity.Identity.Session;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.page.Page;
import palmares.launcher.terminal.CommandFailure;

/// The REST API of one platform. A call is repeated where that is harmless; a refusal ends the
/// command with what the platform said.
public final class ApiConnection {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration UPLOAD_PATIENCE = Duration.ofMinutes(15);
  private static final int READ_TRIES = 3;
  private static final int WRITE_TRIES = 6;

  private final URI api;
  private final @Nullable String token;
  private final Pause pause;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          // A redirect would carry the token to an address that nobody has named.
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  /// @param api without a path
  ApiConnection(URI api, @Nullable String token, Pause pause) {
    this.api = api;
    this.token = token;
    this.pause = pause;
  }

  /// A connection to a platform of this process, as an account of it.
  public static ApiConnection signIn(URI api, String account, String secret) {
    Pause pause = (attempt, length) -> Thread.sleep(length);
    var nobody = new ApiConnection(api, null, pause);
    var session = nobody.post("/sessions", new SignIn(account, secret), Session.class);
    return new ApiConnection(api, session.token(), pause);
  }

  public URI api() {
    return api;
  }

  public <T> T get(String path, Class<T> type) {
    return get(path, Map.of(), type);
  }

  public <T> T get(String path, Map<String, String> query, Class<T> type) {
    return read(path, query, Shape.of(type));
  }

  public <T> List<T> list(String path, Class<T> item) {
    return read(path, Map.of(), Shape.listOf(item));
  }

  /// The items of all pages of a list.
  public <T> List<T> allPages(String path, Map<String, String> query, Class<T> item) {
    var items = new ArrayList<T>();
    var asked = new HashMap<>(query);
    asked.put("limit", Integer.toString(Page.MAX_LIMIT));
    while (true) {
      var page = read(path, asked, Shape.pageOf(item));
      items.addAll(page.items());
      if (page.next() == null) {
        return items;
      }
      asked.put("cursor", page.next());
    }
  }

  byte[] bytes(String path) {
    return exchange(request(path, Map.of()).GET().build(), READ_TRIES);
  }

  public <T> T post(String path, @Nullable Object body, Class<T> type) {
    var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(json(body));
    return write(path, Map.of(), new Upload(publisher, "application/json", Map.of()), type);
  }

  public <T> T upload(String path, Map<String, String> query, Upload upload, Class<T> type) {
    return write(path, query, upload, type);
  }

  void put(String path, Object body) {
    exchange(putting(path, body), WRITE_TRIES);
  }

  <T> T put(String path, Object body, Class<T> type) {
    return parse(exchange(putting(path, body), WRITE_TRIES), Shape.of(type));
  }

  private HttpRequest putting(String path, Object body) {
    return request(path, Map.of())
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofByteArray(json(body)))
        .build();
  }

  void delete(String path) {
    exchange(request(path, Map.of()).DELETE().build(), READ_TRIES);
  }

  /// What is sent, in a form that can be sent again.
  public record Upload(BodyPublisher body, String type, Map<String, String> headers) {}

  /// What Jackson makes of an answer, with the type that the compiler is told.
  @SuppressWarnings("UnusedTypeParameter")
  private record Shape<T>(JavaType type) {

    private static final TypeFactory TYPES = ApiJson.MAPPER.getTypeFactory();

    static <T> Shape<T> of(Class<T> type) {
      return new Shape<>(TYPES.constructType(type));
    }

    static <T> Shape<List<T>> listOf(Class<T> item) {
      return new Shape<>(TYPES.constructCollectionType(List.class, item));
    }

    static <T> Shape<Page<T>> pageOf(Class<T> item) {
      return new Shape<>(TYPES.constructParametricType(Page.class, item));
    }
  }

  private <T> T write(String path, Map<String, String> query, Upload upload, Class<T> type) {
    var request =
        request(path, query)
            .timeout(UPLOAD_PATIENCE)
            .header("Content-Type", upload.type())
            // The same key on every try, so that a repeat is answered as the first.
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(upload.body());
    upload.headers().forEach(request::header);
    return parse(exchange(request.build(), WRITE_TRIES), Shape.of(type));
  }

  private <T> T read(String path, Map<String, String> query, Shape<T> type) {
    return parse(exchange(request(path, query).GET().build(), READ_TRIES), type);
  }

  private HttpRequest.Builder request(String path, Map<String, String> query) {
    var asked =
        query.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    var address = api + "/api/v1" + path + (asked.isEmpty() ? "" : "?" + asked);
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(PATIENCE)
            .header("Accept", "application/json, application/jsonl, application/problem+json");
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private byte[] exchange(HttpRequest request, int tries) {
    try {
      for (var attempt = 1; attempt < tries; attempt++) {
        var answer = answerOf(request);
        if (answer.isPresent() && !Refusal.mayPass(answer.get())) {
          return accepted(answer.get());
        }
        pause.before(attempt, answer.flatMap(Refusal::wait).orElse(backOff(attempt)));
      }
      return accepted(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw CommandFailure.noAnswer("no answer from " + api + ": " + reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandFailure.noAnswer("interrupted while waiting for " + api, e);
    }
  }

  /// Absent if there was none; the last try tells why.
  private Optional<HttpResponse<byte[]>> answerOf(HttpRequest request) throws InterruptedException {
    try {
      return Optional.of(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] accepted(HttpResponse<byte[]> answer) {
    if (answer.statusCode() / 100 == 2) {
      return answer.body();
    }
    throw Refusal.of(answer);
  }

  private <T> T parse(byte[] body, Shape<T> type) {
    try {
      return ApiJson.MAPPER.readValue(body, type.type());
    } catch (IOException e) {
      throw CommandFailure.noAnswer(
          api + " answered with something else than a platform does; is the address right?", e);
    }
  }

  private static byte[] json(Object body) {
    try {
      return ApiJson.MAPPER.writeValueAsBytes(body);
    } catch (IOException e) {
      throw new IllegalStateException("cannot be written as JSON: " + body, e);
    }
  }

  private static Duration backOff(int attempt) {
    return Duration.ofSeconds(1L << (attempt - 1));
  }

  /// Failures to connect come without words.
  private static String reason(IOException e) {
    return switch (e) {
      case java.net.http.HttpConnectTimeoutException t ->
          "it does not answer in " + CONNECT.toSeconds() + " s";
      case java.net.ConnectException c -> "nothing listens there, or the name is unknown";
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }

  /// A part of a path or query, as it may stand in an address.
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
