package palmares.egress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/// Sends requests where a policy allows it. Follows no redirect, keeps no cookie, answers no
/// challenge, unpacks nothing, and repeats nothing.
public final class EgressClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int THREADS = 16;

  private final EgressPolicy policy;
  private final HttpClient http;

  private EgressClient(EgressPolicy policy, HttpClient http) {
    this.policy = policy;
    this.http = http;
  }

  public static EgressClient start(EgressPolicy policy) {
    return start(policy, HostNames::ofSystem);
  }

  static EgressClient start(EgressPolicy policy, HostNames names) {
    var http = new HttpClient();
    var threads = new QueuedThreadPool(THREADS, 2);
    threads.setName("egress");
    threads.setDaemon(true);
    http.setExecutor(threads);
    http.setSocketAddressResolver(new CheckedResolver(policy, names));
    http.setFollowRedirects(false);
    http.setConnectTimeout(CONNECT.toMillis());
    http.setIdleTimeout(IDLE.toMillis());
    http.setDestinationIdleTimeout(IDLE.toMillis());
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Palmares"));
    try {
      http.start();
    } catch (Exception e) {
      throw new IllegalStateException("the client for requests to elsewhere did not start", e);
    }
    http.getProtocolHandlers().clear();
    http.getContentDecoderFactories().clear();
    return new EgressClient(policy, http);
  }

  public EgressPolicy policy() {
    return policy;
  }

  /// Posts a document and waits for the answer.
  public EgressResult post(EgressRequest wanted) throws InterruptedException {
    var flaw = policy.flaw(wanted.address());
    if (flaw != null) {
      return new EgressResult.NotAllowed(flaw);
    }
    var gathering = new Gathering(wanted);
    var body = wanted.body().getBytes(StandardCharsets.UTF_8);
    var request =
        http.newRequest(wanted.address())
            .method(HttpMethod.POST)
            .timeout(wanted.patience().toMillis(), TimeUnit.MILLISECONDS)
            .headers(headers -> wanted.headers().forEach(headers::put))
            .body(new BytesRequestContent(wanted.type(), body));
    request.send(gathering);
    try {
      return gathering
          .result()
          .get(wanted.patience().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      request.abort(e);
      return new EgressResult.TooSlow(wanted.patience());
    } catch (ExecutionException e) {
      throw new IllegalStateException("a request to " + wanted.address().getHost() + " broke", e);
    }
  }

  @Override
  public void close() {
    try {
      http.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the client for requests to elsewhere did not stop", e);
    }
  }
}
