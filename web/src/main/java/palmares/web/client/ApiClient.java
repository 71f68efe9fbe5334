package palmares.web.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.benchmark.BenchmarkDetail;
import palmares.contract.benchmark.BenchmarkSummary;
import palmares.contract.identity.Identity.Session;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.LeaderboardSummary;
import palmares.contract.leaderboard.SnapshotSummary;
import palmares.contract.leaderboard.WinRates;
import palmares.contract.page.Page;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmitAnswer;
import palmares.web.client.Answer.Given;
import tools.jackson.core.type.TypeReference;

/// Asks the REST API, in the name of whoever the token belongs to. Every call waits for its answer.
public final class ApiClient implements AutoCloseable {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PATIENT_TIMEOUT = Duration.ofMinutes(2);
  private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(10);
  private static final String JSON = "application/json";

  private final HttpClient http;
  private final URI api;
  private final @Nullable Bearer bearer;
  private final SharedBoards boards;

  private ApiClient(HttpClient http, URI api, @Nullable Bearer bearer, SharedBoards boards) {
    this.http = http;
    this.api = api;
    this.bearer = bearer;
    this.boards = boards;
  }

  /// A client that asks in nobody's name.
  ///
  /// @param api the API's address, without a path
  public static ApiClient of(URI api) {
    return new ApiClient(
        HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build(),
        api,
        null,
        new SharedBoards());
  }

  /// The same client in the name of the bearer; in nobody's without one.
  public ApiClient as(@Nullable Bearer bearer) {
    return new ApiClient(http, api, bearer, boards);
  }

  public Answer<Session> signIn(SignIn signIn) {
    return change("POST", "/sessions", signIn, new TypeReference<>() {});
  }

  /// Ends the session that the token stands for. The pages forget it whatever the answer.
  public void signOut() {
    exchange(request("/sessions/current", Map.of(), ANSWER_TIMEOUT).DELETE());
  }

  public Answer<Page<BenchmarkSummary>> benchmarks() {
    return get("/benchmarks", Map.of("limit", all()), new TypeReference<>() {});
  }

  public Answer<BenchmarkDetail> benchmark(String name, String version) {
    return get(
        "/benchmarks/" + encoded(name), Map.of("version", version), new TypeReference<>() {});
  }

  public Answer<Page<LeaderboardSummary>> leaderboards() {
    return get("/leaderboards", Map.of("limit", all()), new TypeReference<>() {});
  }

  /// Snapshots of a leaderboard, newest first, at most `limit`.
  ///
  /// @param cursor what the page before gave as next; the first page if absent
  public Answer<Page<SnapshotSummary>> snapshots(String id, @Nullable String cursor, int limit) {
    String size = Integer.toString(limit);
    return get(
        "/leaderboards/" + encoded(id) + "/snapshots",
        cursor == null ? Map.of("limit", size) : Map.of("limit", size, "cursor", cursor),
        new TypeReference<>() {});
  }

  public Answer<Board> snapshot(String id) {
    return get("/snapshots/" + encoded(id), Map.of(), new TypeReference<>() {});
  }

  /// The snapshot's ranking over the examples of one category alone.
  public Answer<Board> snapshot(String id, String category) {
    return get("/snapshots/" + encoded(id), Map.of("category", category), new TypeReference<>() {});
  }

  /// How often the first `limit` systems of a snapshot beat each other.
  ///
  /// @param category on whose examples alone; on all if absent
  public Answer<WinRates> winRates(String snapshot, @Nullable String category, int limit) {
    var size = Integer.toString(limit);
    return get(
        "/snapshots/" + encoded(snapshot) + "/win-rates",
        category == null ? Map.of("limit", size) : Map.of("limit", size, "category", category),
        new TypeReference<>() {});
  }

  /// The newest snapshot; `known` itself if that is still the newest.
  public Answer<Tagged<Board>> leaderboard(String id, @Nullable Tagged<Board> known) {
    var request = request("/leaderboards/" + encoded(id), Map.of(), ANSWER_TIMEOUT);
    if (known != null && !known.tag().isEmpty()) {
      request.header("If-None-Match", known.tag());
    }
    var response = exchange(request);
    if (response != null && response.statusCode() == 304 && known != null) {
      return new Given<>(known);
    }
    return boards.of(
        id + " " + Responses.tag(response),
        Responses.tag(response),
        () -> Responses.read(response, new TypeReference<>() {}));
  }

  /// Tells every problem of the responses, and stores nothing.
  public Answer<SubmitAnswer> check(Order order, BodyPublisher responses) {
    return send(upload(order, true, responses), new TypeReference<>() {});
  }

  public Answer<SubmitAnswer> submit(Order order, BodyPublisher responses) {
    return send(
        upload(order, false, responses).header("Idempotency-Key", order.key()),
        new TypeReference<>() {});
  }

  public Answer<SubmissionStatus> submission(String id) {
    return get("/submissions/" + encoded(id), Map.of(), new TypeReference<>() {});
  }

  /// The submissions of the caller's teams to a benchmark, newest first.
  public Answer<Page<SubmissionStatus>> submissions(String benchmark) {
    return get(
        "/submissions", Map.of("benchmark", benchmark, "limit", all()), new TypeReference<>() {});
  }

  /// Opens the stream of what happens to a subject.
  ///
  /// @param subject path below `/api/v1`, such as `submissions/1`
  /// @param lastEventId what was heard last, so that the stream goes on after it
  public Answer<EventReader> events(String subject, @Nullable String lastEventId) {
    var request =
        request("/" + subject + "/events", Map.of(), ANSWER_TIMEOUT)
            .setHeader("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId);
    }
    return Responses.opened(
        exchange(request, BodyHandlers.ofInputStream()),
        subject,
        response -> new EventReader(response.body()));
  }

  /// Opens a file of the API, to be passed on as it comes; whoever has it closes it.
  Answer<Download> download(String path) {
    var request = request(path, Map.of(), PATIENT_TIMEOUT).setHeader("Accept", "*/*");
    return Responses.opened(exchange(request, BodyHandlers.ofInputStream()), path, Download::new);
  }

  /// Asks for a change.
  ///
  /// @param path below `/api/v1`, its parts percent-encoded
  /// @param body written as JSON; none if absent
  <T> Answer<T> change(String method, String path, @Nullable Object body, TypeReference<T> type) {
    return send(changing(method, path, Map.of(), body), type);
  }

  private HttpRequest.Builder changing(
      String method, String path, Map<String, String> query, @Nullable Object body) {
    var content =
        body == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofString(ContractJson.write(body), StandardCharsets.UTF_8);
    return request(path, query, PATIENT_TIMEOUT)
        .header("Content-Type", JSON)
        .method(method, content);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private HttpRequest.Builder upload(Order order, boolean check, BodyPublisher responses) {
    var request =
        request("/submissions" + order.query(check), Map.of(), UPLOAD_TIMEOUT)
            .header("Content-Type", "application/jsonl")
            .POST(responses);
    return order.gzip() ? request.header("Content-Encoding", "gzip") : request;
  }

  /// What stands at a path below `/api/v1`, whose parts are percent-encoded.
  <T> Answer<T> get(String path, Map<String, String> query, TypeReference<T> type) {
    return send(request(path, query, ANSWER_TIMEOUT), type);
  }

  /// @param body written as JSON; none if absent
  /// @param key names what is asked for, so that asking twice counts once; absent if it need not
  <T> Answer<T> post(
      String path,
      Map<String, String> query,
      @Nullable Object body,
      @Nullable String key,
      TypeReference<T> type) {
    var request = changing("POST", path, query, body);
    return send(key == null ? request : request.header("Idempotency-Key", key), type);
  }

  private HttpRequest.Builder request(String path, Map<String, String> query, Duration timeout) {
    String parameters =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encoded(each.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        HttpRequest.newBuilder(
                URI.create(api + "/api/v1" + path + (parameters.isEmpty() ? "" : "?" + parameters)))
            .timeout(timeout)
            .header("Accept", JSON);
    return bearer == null ? request : request.header("Authorization", "Bearer " + bearer.token());
  }

  private <T> Answer<T> send(HttpRequest.Builder request, TypeReference<T> type) {
    return Responses.read(exchange(request), type);
  }

  /// The same for what takes longer to answer than people look at a page that does not change.
  <T> Answer<T> getPatiently(String path, Map<String, String> query, TypeReference<T> type) {
    return send(request(path, query, PATIENT_TIMEOUT), type);
  }

  /// Puts what comes in the place of what stands at a path.
  <T> Answer<T> put(String path, Object body, TypeReference<T> type) {
    return change("PUT", path, body, type);
  }

  /// The same where the API answers with nothing.
  Answer<Done> put(String path, Object body) {
    return done("PUT", path, body);
  }

  /// Asks for a change that is answered with nothing.
  Answer<Done> done(String method, String path, @Nullable Object body) {
    return Responses.done(exchange(changing(method, path, Map.of(), body)));
  }

  /// Asks for something to be gone.
  Answer<Done> delete(String path) {
    return done("DELETE", path, null);
  }

  private @Nullable HttpResponse<String> exchange(HttpRequest.Builder request) {
    return exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private <T> @Nullable HttpResponse<T> exchange(
      HttpRequest.Builder request, BodyHandler<T> reading) {
    try {
      return http.send(request.build(), reading);
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static String all() {
    return Integer.toString(Page.MAX_LIMIT);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
