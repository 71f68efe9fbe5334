package palmares.worker.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem;

/// HTTP to the api: sends a request and tells apart an answer, a refusal and no answer.
final class ApiCalls {

  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final URI root;
  private final String token;
  private final ObjectMapper json = WireFormat.mapper();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  ApiCalls(URI api, String token) {
    this.root = URI.create(api.toString().replaceAll("/+$", "") + "/api/v1");
    this.token = token;
  }

  HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(timeout)
        .header("Authorization", "Bearer " + token)
        .header("Accept", "application/json, application/problem+json");
  }

  HttpRequest.BodyPublisher body(Object value) {
    try {
      return HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON: " + value, e);
    }
  }

  void send(HttpRequest request) throws ApiException, InterruptedException {
    answer(request);
  }

  <T> T send(HttpRequest request, Class<T> type) throws ApiException, InterruptedException {
    byte[] body = answer(request);
    try {
      return json.readValue(body, type);
    } catch (IOException e) {
      // A proxy in between that answers 200 with a page of its own: the api itself may be back
      // soon.
      throw new ApiUnavailableException(name(request) + " was answered with something else", e);
    }
  }

  private byte[] answer(HttpRequest request) throws ApiException, InterruptedException {
    try {
      var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      check(request, response, response.body());
      return response.body();
    } catch (IOException e) {
      throw new ApiUnavailableException(name(request) + " was not answered: " + e, e);
    }
  }

  /// Writes the body of the answer to a file, all of it within the time given.
  void download(HttpRequest request, Path file, Duration within)
      throws ApiException, InterruptedException {
    var sent = http.sendAsync(request, HttpResponse.BodyHandlers.ofFile(file));
    try {
      var response = sent.get(within.toMillis(), TimeUnit.MILLISECONDS);
      check(request, response, response.statusCode() == 200 ? null : read(file));
    } catch (ExecutionException e) {
      throw new ApiUnavailableException(name(request) + " was not answered: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new ApiUnavailableException(name(request) + " took longer than " + within, e);
    } catch (IOException e) {
      throw new ApiUnavailableException(name(request) + ": the answer cannot be read", e);
    } finally {
      sent.cancel(true);
    }
  }

  private static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  private void check(HttpRequest request, HttpResponse<?> response, byte @Nullable [] body)
      throws ApiException {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return;
    }
    if (status >= 500 || status == 429 || status == 408) {
      throw new ApiUnavailableException(
          name(request) + " was answered " + status, retryAfter(response));
    }
    throw new ApiRefusalException(name(request), problem(status, body));
  }

  private Problem problem(int status, byte @Nullable [] body) {
    byte[] bytes = body == null ? new byte[0] : body;
    try {
      var problem = json.readValue(bytes, Problem.class);
      return new Problem(
          problem.type() == null ? "about:blank" : problem.type(),
          "",
          status,
          problem.detail() == null ? "" : problem.detail(),
          null,
          problem.errors());
    } catch (IOException e) {
      var text = new String(bytes, StandardCharsets.UTF_8);
      var start = text.substring(0, Math.min(200, text.length()));
      return new Problem("about:blank", "", status, start, null, List.of());
    }
  }

  private static @Nullable Duration retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .orElse(null);
  }

  private static String name(HttpRequest request) {
    return request.method() + " " + request.uri().getPath();
  }
}
