package palmares.launcher.up;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import palmares.api.ApiRole;
import palmares.launcher.embedded.EmbeddedBroker;
import palmares.launcher.embedded.EmbeddedDatabase;
import palmares.web.WebConfig;
import palmares.web.WebRole;
import palmares.worker.Secret;
import palmares.worker.WorkerConfig;
import palmares.worker.WorkerConfig.Embedding;
import palmares.worker.WorkerRole;
import palmares.worker.intake.Broker;
import palmares.worker.job.Costs;

/// Starts the parts of a platform: those that need nothing side by side, then the api, then the
/// worker.
final class PlatformStart {

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final long CACHE_BYTES = 2L << 30;

  private final PlatformOptions options;
  private final PlatformListener listener;
  private final Addresses addresses;
  private final BrokerAccounts accounts = BrokerAccounts.random();
  private final RunningParts parts = new RunningParts();

  PlatformStart(PlatformOptions options, PlatformListener listener) {
    this.options = options;
    this.listener = listener;
    this.addresses = Addresses.withWebAt(options.port());
  }

  Platform start() {
    try {
      return startInOrder();
    } catch (RuntimeException | Error e) {
      parts.closeAfter(e);
      throw e;
    }
  }

  private Platform startInOrder() {
    var database = beside(Part.DATABASE, this::database);
    var broker = beside(Part.BROKER, this::broker);
    var web = beside(Part.WEB, this::web);
    awaitAll(database, broker, web);
    var api =
        started(
            Part.API, () -> ApiRole.start(settingsOfApi(database.join()), listener::oneTimeSecret));
    var token = api.workerToken("worker-1", Platform.POOL);
    var worker =
        started(
            Part.WORKER,
            () -> {
              var role = new WorkerRole(configOfWorker(token));
              role.start();
              return role;
            });
    return new Platform(options, addresses, accounts.worker(), parts, api, worker);
  }

  private EmbeddedDatabase database() {
    var data = options.data();
    return EmbeddedDatabase.start(
        data.postgres(), data.cache().resolve("postgres"), addresses.databasePort());
  }

  private EmbeddedBroker broker() {
    return EmbeddedBroker.start(
        options.data().broker(), addresses.brokerPort(), accounts.api(), accounts.worker());
  }

  private WebRole web() {
    var signIn = options.signIn();
    return WebRole.start(
        WebConfig.of(options.port(), addresses.api()),
        signIn == null ? null : signIn.ofWeb(URI.create("http://localhost:" + options.port())));
  }

  private Map<String, Object> settingsOfApi(EmbeddedDatabase database) {
    var signIn = options.signIn();
    var settings = new HashMap<String, Object>(ofPlatform(database));
    settings.putAll(signIn == null ? Map.of() : signIn.ofApi());
    return settings;
  }

  private Map<String, Object> ofPlatform(EmbeddedDatabase database) {
    return Map.ofEntries(
        Map.entry("palmares.database.url", database.url()),
        Map.entry("palmares.database.user", database.runtime().user()),
        Map.entry("palmares.database.password", database.runtime().password()),
        Map.entry("palmares.database.owner", database.owner().user()),
        Map.entry("palmares.database.owner-password", database.owner().password()),
        Map.entry("palmares.broker.address", addresses.broker().toString()),
        Map.entry("palmares.broker.user", accounts.api().user()),
        Map.entry("palmares.broker.password", accounts.api().password()),
        Map.entry("palmares.broker.profile", "EMBEDDED"),
        Map.entry("palmares.blobs.directory", options.data().blobs().toString()),
        Map.entry("palmares.ledger.lease", options.lease().toString()),
        Map.entry("palmares.ledger.heartbeat", options.lease().dividedBy(3).toString()),
        Map.entry("palmares.api.host", "127.0.0.1"),
        Map.entry("palmares.api.port", addresses.apiPort()));
  }

  private WorkerConfig configOfWorker(String token) {
    return new WorkerConfig(
        addresses.api(),
        new Secret(token),
        new Broker(addresses.broker(), accounts.worker().user(), accounts.worker().password()),
        "worker-1",
        options.slots(),
        List.of("cpu"),
        Costs.UNSAID,
        options.data().cache().resolve("worker-1"),
        CACHE_BYTES,
        new Embedding(options.embeddingThreads(), Embedding.DEFAULT_TOKEN_BUDGET),
        GRACE);
  }

  private <T extends AutoCloseable> CompletableFuture<T> beside(Part part, Callable<T> start) {
    var begun = new CompletableFuture<T>();
    Thread.ofPlatform()
        .name("start-" + part.word())
        .start(() -> {
          try {
            begun.complete(started(part, start));
          } catch (RuntimeException | Error e) {
            begun.completeExceptionally(e);
          }
        });
    return begun;
  }

  private <T extends AutoCloseable> T started(Part part, Callable<T> start) {
    var from = System.nanoTime();
    try {
      var running = start.call();
      parts.add(part, running);
      listener.ready(part, Duration.ofNanos(System.nanoTime() - from));
      return running;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(part.word() + " did not start", e);
    }
  }

  /// Waits for all of them even if one fails, so that all that has started is known.
  private static void awaitAll(CompletableFuture<?>... begun) {
    try {
      CompletableFuture.allOf(begun).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
