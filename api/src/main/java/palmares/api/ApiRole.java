package palmares.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.netty.NettyEmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import palmares.api.identity.Accounts;
import palmares.api.identity.Tokens;

/// The api as one role: an application context of its own with a listening server.
///
/// Settings come, strongest first, from the map given, from system properties, from the environment
/// (`PALMARES_API_PORT` is `palmares.api.port`) and from the files that `MICRONAUT_CONFIG_FILES`
/// names.
public final class ApiRole implements AutoCloseable {

  private final ApplicationContext context;
  private final NettyEmbeddedServer server;

  private ApiRole(ApplicationContext context, NettyEmbeddedServer server) {
    this.context = context;
    this.server = server;
  }

  /// Starts and returns when requests are answered.
  ///
  /// @param showSecret gets the one-time secret of the account `admin` as long as that has no
  ///   password: print it to the terminal, and to nothing that is kept
  public static ApiRole start(Map<String, Object> settings, Consumer<String> showSecret) {
    var context = contextOf(settings);
    try {
      context.getBean(Accounts.class).ensureFirst(showSecret);
      var server = context.getBean(NettyEmbeddedServer.class);
      server.start();
      return new ApiRole(context, server);
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
  }

  ApplicationContext context() {
    return context;
  }

  static ApplicationContext contextOf(Map<String, Object> settings) {
    var properties = new HashMap<String, Object>(server());
    properties.putAll(settings);
    properties.put("palmares.role", "api");
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .bootstrapEnvironment(false)
        .banner(false)
        .properties(properties)
        .start();
  }

  private static Map<String, Object> server() {
    return Map.ofEntries(
        Map.entry("micronaut.application.name", "palmares-api"),
        Map.entry("micronaut.server.host", "${palmares.api.host:127.0.0.1}"),
        Map.entry("micronaut.server.port", "${palmares.api.port:8090}"),
        Map.entry("micronaut.server.thread-selection", "BLOCKING"),
        Map.entry("micronaut.server.max-request-size", "${palmares.api.max-upload:8589934592}"),
        Map.entry("micronaut.server.max-request-buffer-size", 8 * 1024 * 1024),
        Map.entry(
            "micronaut.server.multipart.max-file-size", "${palmares.api.max-upload:8589934592}"),
        Map.entry("micronaut.server.multipart.disk", true),
        Map.entry("micronaut.server.multipart.location", "${palmares.blobs.directory}/incoming"),
        Map.entry("micronaut.server.netty.request-decompression-enabled", false),
        Map.entry("micronaut.server.log-handled-exceptions", false),
        Map.entry("micronaut.serde.serialization.inclusion", "NON_NULL"));
  }

  /// Makes a token for a worker of the same platform, which is started without an operator. The one
  /// made for that name and pool before is worthless from now on.
  public String workerToken(String name, String pool) {
    return context.getBean(Tokens.class).ofPlatform(name, pool).text();
  }

  /// Gives the account `admin` a new one-time secret, as long as it has no password of its own.
  public void newOneTimeSecret(Consumer<String> show) {
    context.getBean(Accounts.class).ensureFirst(show);
  }

  /// Where it listens, without a path.
  public URI address() {
    return server.getURI();
  }

  /// Finishes the requests at hand and stops listening.
  @Override
  public void close() {
    server.stop();
    context.close();
  }
}
