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
import org.jspecify.annotations.Nullable;
import palmares.web.client.ApiClient;
import palmares.web.identity.OpenIdConfig;
import palmares.web.identity.OpenIdSignIn;
import palmares.web.identity.SignInWays;
import palmares.web.live.LivePages;
import palmares.web.origin.ApiForwarding;
import palmares.web.origin.SecurityHeaders;
import palmares.web.page.Collaborators;
import palmares.web.page.PageContext;
import palmares.web.page.Refresher;
import palmares.web.submission.UploadRoom;

/// The running web role. It is wired by constructors alone and shares no container with the other
/// roles, so all of them can run in one process.
public final class WebRole implements AutoCloseable {

  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(5);

  private final WebConfig config;
  private final ApiClient api;
  private final Refresher refresher = new Refresher();
  private final LivePages live;
  private final Server server;
  private final ServerConnector connector;

  private WebRole(WebConfig config, @Nullable OpenIdConfig openId) {
    this.config = config;
    this.api = ApiClient.of(config.api());
    this.live = new LivePages(api);
    var threads = new QueuedThreadPool();
    threads.setName("web");
    this.server = new Server(threads);
    this.connector = connector(server, config);
    server.addConnector(connector);
    server.setHandler(new SecurityHeaders(new Handler.Sequence(forwarding(), pages(openId))));
    server.setStopTimeout(STOP_TIMEOUT.toMillis());
  }

  /// Starts the role and returns when its pages can be asked for.
  ///
  /// @throws IllegalStateException when it cannot, such as with a port in use
  public static WebRole start(WebConfig config) {
    return start(config, null);
  }

  /// The same, where people can also sign in at a realm of Keycloak.
  ///
  /// @param openId absent where there are accounts of the platform's own alone
  public static WebRole start(WebConfig config, @Nullable OpenIdConfig openId) {
    var role = new WebRole(config, openId);
    try {
      role.server.start();
      return role;
    } catch (Exception e) {
      var failure =
          new IllegalStateException(
              "The web role cannot start on " + config.bind() + ":" + config.port(), e);
      try {
        role.close();
      } catch (IllegalStateException stopping) {
        failure.addSuppressed(stopping);
      }
      throw failure;
    }
  }

  private Handler forwarding() {
    return new ApiForwarding(config.api(), config.apiTimeout());
  }

  private Handler pages(@Nullable OpenIdConfig openId) {
    Map<String, OpenIdSignIn> beside =
        openId == null ? Map.of() : Map.of(OpenIdSignIn.PATH, new OpenIdSignIn(openId, api));
    return PageContext.of(
        new Collaborators(
            Map.of(
                ApiClient.class, api,
                Refresher.class, refresher,
                LivePages.class, live,
                UploadRoom.class, UploadRoom.ofThisMachine(),
                SignInWays.class, new SignInWays(openId != null))),
        beside,
        openId != null && "https".equals(openId.origin().getScheme()));
  }

  private static ServerConnector connector(Server server, WebConfig config) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // A browser keeps six connections to a page, and each would cache a hundred kilobytes of
    // headers.
    http.setHeaderCacheSize(0);
    if (config.trustForwarded()) {
      http.addCustomizer(scheme());
    }
    var connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(config.bind());
    connector.setPort(config.port());
    // Not before the API's own silence has been answered with 504.
    connector.setIdleTimeout(config.apiTimeout().plusSeconds(5).toMillis());
    return connector;
  }

  /// Believes what a proxy is asked to set, X-Forwarded-Proto and -For, and nothing that a client
  /// could send past it.
  private static ForwardedRequestCustomizer scheme() {
    var forwarded = new ForwardedRequestCustomizer();
    forwarded.setForwardedHeader("");
    forwarded.setForwardedHostHeader("");
    forwarded.setForwardedPortHeader("");
    forwarded.setForwardedServerHeader("");
    forwarded.setForwardedHttpsHeader("");
    forwarded.setForwardedCipherSuiteHeader("");
    forwarded.setForwardedSslSessionIdHeader("");
    return forwarded;
  }

  /// Where it listens, with the port it has taken.
  public URI address() {
    return URI.create("http://" + config.bind() + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    refresher.close();
    live.close();
    api.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException(
          "The web role on " + config.bind() + ":" + config.port() + " did not stop cleanly", e);
    }
  }
}
