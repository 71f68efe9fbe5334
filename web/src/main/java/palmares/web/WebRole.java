package palmares.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import palmares.web.origin.ApiForwarding;
import palmares.web.origin.SecurityHeaders;
import palmares.web.page.Collaborators;
import palmares.web.page.PageContext;

/// The running web role. It is wired by constructors alone and shares no container with the other
/// roles, so all of them can run in one process.
public final class WebRole implements AutoCloseable {

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(2);

  private final Server server;
  private final URI address;

  private WebRole(Server server, URI address) {
    this.server = server;
    this.address = address;
  }

  /// Starts the role and returns when its pages can be asked for.
  ///
  /// @throws IllegalStateException when it cannot, such as with a port in use
  public static WebRole start(WebConfig config) {
    var threads = new QueuedThreadPool();
    threads.setName("web");
    var server = new Server(threads);
    var connector = connector(server, config);
    server.addConnector(connector);
    server.setHandler(
        new SecurityHeaders(
            new Handler.Sequence(
                new ApiForwarding(config.api(), config.apiTimeout()),
                PageContext.of(new Collaborators(Map.of())))));
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
    try {
      server.start();
    } catch (Exception e) {
      stop(server, e);
      throw new IllegalStateException(
          "The web role cannot start on " + config.bind() + ":" + config.port(), e);
    }
    return new WebRole(
        server, URI.create("http://" + config.bind() + ":" + connector.getLocalPort()));
  }

  private static ServerConnector connector(Server server, WebConfig config) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(true);
    if (config.trustForwarded()) {
      http.addCustomizer(new ForwardedRequestCustomizer());
    }
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(config.bind());
    connector.setPort(config.port());
    // Not before the API's own silence has been answered with 504.
    connector.setIdleTimeout(config.apiTimeout().plusSeconds(5).toMillis());
    return connector;
  }

  private static void stop(Server server, Exception cause) {
    try {
      server.stop();
    } catch (Exception e) {
      cause.addSuppressed(e);
    }
  }

  /// Where it listens, with the port it has taken.
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The web role at " + address + " did not stop cleanly", e);
    }
  }
}
