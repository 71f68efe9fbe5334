package palmares.web.origin;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Forwards `/api`, `/docs` and `/client` to the API, byte by byte as they come, so that uploads
/// and event streams pass without being held back.
public final class ApiForwarding extends ProxyHandler.Reverse {

  private static final List<String> PREFIXES = List.of("/api", "/docs", "/client");
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  // Every open event stream holds one.
  private static final int MAX_CONNECTIONS = 1_000;

  private final URI api;
  private final Duration timeout;

  public ApiForwarding(URI api, Duration timeout) {
    super(request -> target(api, request.getHttpURI()));
    this.api = api;
    this.timeout = timeout;
    // The default would tell the world the machine's name.
    setViaHost("palmares");
  }

  private static HttpURI target(URI api, HttpURI uri) {
    return HttpURI.build(uri)
        .scheme(api.getScheme())
        .host(api.getHost())
        .port(api.getPort())
        .asImmutable();
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
    client.setIdleTimeout(timeout.toMillis());
    client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!forwards(Request.getPathInContext(request))) {
      return false;
    }
    try {
      target(api, request.getHttpURI()).toURI();
    } catch (IllegalArgumentException e) {
      ProblemAnswer.write(
          request,
          response,
          HttpStatus.BAD_REQUEST_400,
          "The address must be percent-encoded: " + request.getHttpURI().getPathQuery(),
          callback);
      return true;
    }
    return super.handle(request, response, callback);
  }

  private static boolean forwards(String path) {
    return PREFIXES.stream()
        .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
  }

  @Override
  protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
    forwarded.headers(headers -> {
      dropUntrusted(headers);
      headers.put(HttpHeader.X_FORWARDED_FOR, Request.getRemoteAddr(request));
      headers.put(HttpHeader.X_FORWARDED_PROTO, request.isSecure() ? "https" : "http");
      headers.put(HttpHeader.X_FORWARDED_HOST, request.getHttpURI().getAuthority());
    });
    addViaHeader(request, forwarded);
  }

  // What a client says of itself is not passed on as if we had said it, and the pages' session
  // cookie is none of the API's business.
  private static void dropUntrusted(HttpFields.Mutable headers) {
    headers.remove(HttpHeader.COOKIE);
    headers.remove(HttpHeader.FORWARDED);
    headers.stream()
        .map(HttpField::getLowerCaseName)
        .filter(name -> name.startsWith("x-forwarded-"))
        .toList()
        .forEach(headers::remove);
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request forwarded,
      org.eclipse.jetty.client.Response answer,
      Response response,
      Callback callback,
      Throwable failure) {
    if (response.isCommitted()) {
      // Cut off, so that a half answer is not taken for a whole one.
      callback.failed(failure);
    } else if (failure instanceof TimeoutException) {
      ProblemAnswer.write(
          request,
          response,
          HttpStatus.GATEWAY_TIMEOUT_504,
          "The API did not answer within " + timeout.toSeconds() + " s; try again",
          callback);
    } else {
      ProblemAnswer.write(
          request,
          response,
          HttpStatus.BAD_GATEWAY_502,
          "The API cannot be reached; try again in a moment",
          callback);
    }
  }
}
