package palmares.e2e.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import palmares.contract.testing.RabbitServer;

/// The platform as a team deploys it: api, workers and web, each in its own process, on a real
/// PostgreSQL and a real RabbitMQ, all on loopback.
public final class Deployment implements AutoCloseable {

  private static final Pattern ONE_TIME_SECRET = Pattern.compile("one-time secret (\\S+)");
  private static final Duration START = Duration.ofSeconds(90);

  /// As the page for operators makes them.
  private static final String[] LOGINS = {
    "create role palmares_api nologin",
    "create role palmares_gold nologin",
    "create role palmares_erasure nologin",
    "create role palmares login",
    "grant palmares_erasure to palmares",
    "create role palmares_runtime login noinherit",
    "grant palmares_api, palmares_gold to palmares_runtime",
    "alter database postgres owner to palmares"
  };

  private final Deque<AutoCloseable> started;
  private final DurablePostgres postgres;
  private final RabbitServer rabbit;
  private final Path folder;
  private final Role api;
  private final List<Role> workers = new ArrayList<>();
  private final URI apiAddress;
  private final URI origin;
  private final Rest admin;

  private Deployment(
      Deque<AutoCloseable> started,
      DurablePostgres postgres,
      RabbitServer rabbit,
      Path folder,
      Role api,
      URI apiAddress,
      URI origin,
      Rest admin) {
    this.started = started;
    this.postgres = postgres;
    this.rabbit = rabbit;
    this.folder = folder;
    this.api = api;
    this.apiAddress = apiAddress;
    this.origin = origin;
    this.admin = admin;
  }

  /// @param name of the log files
  /// @param workers how many, of two slots each
  public static Deployment start(String name, int workers) throws Exception {
    var started = new ArrayDeque<AutoCloseable>();
    try {
      return start(name, workers, started);
    } catch (Exception | Error e) { // a failed assertion must not leave servers running either
      closeAll(started);
      throw e;
    }
  }

  private static Deployment start(String name, int workers, Deque<AutoCloseable> started)
      throws Exception {
    var postgres = DurablePostgres.start();
    started.push(postgres);
    postgres.execute(LOGINS);
    var rabbit = new RabbitServer();
    started.push(rabbit::close);
    rabbit.beforeAll(null);
    var folder = Files.createTempDirectory("palmares-e2e-");
    var apiAddress = URI.create("http://127.0.0.1:" + freePort());
    var api = new Role(name + "-api", "api", apiSettings(postgres, rabbit, folder, apiAddress));
    started.push(api);
    api.start();
    await().atMost(START).until(() -> hasPrinted(api, "api ready"));
    var origin = URI.create("http://127.0.0.1:" + freePort());
    var web = new Role(name + "-web", "web", webSettings(apiAddress, origin));
    started.push(web);
    web.start();
    var admin = signIn(apiAddress, api);
    var deployment =
        new Deployment(started, postgres, rabbit, folder, api, apiAddress, origin, admin);
    for (var i = 1; i <= workers; i++) {
      deployment.addWorker(name + "-worker-" + i);
    }
    await().atMost(START).until(() -> deployment.liveWorkers() == workers);
    await().atMost(START).until(() -> hasPrinted(web, "web ready"));
    return deployment;
  }

  /// The one public origin.
  public URI origin() {
    return origin;
  }

  /// As the first administrator, through the api's own address.
  public Rest admin() {
    return admin;
  }

  /// As nobody.
  public Rest anonymous() {
    return new Rest(apiAddress, "");
  }

  public DurablePostgres postgres() {
    return postgres;
  }

  public RabbitServer rabbit() {
    return rabbit;
  }

  public Role api() {
    return api;
  }

  public Role worker(int index) {
    return workers.get(index);
  }

  private void addWorker(String name) throws Exception {
    var token =
        admin.post("/worker-tokens", Map.of("name", name, "pool", "default")).body().get("token");
    var settings = new HashMap<String, String>();
    settings.put("PALMARES_API", apiAddress.toString());
    settings.put("PALMARES_TOKEN", token.asText());
    settings.put("PALMARES_BROKER_ADDRESS", rabbit.address().toString());
    settings.put("PALMARES_BROKER_USER", rabbit.worker().user());
    settings.put("PALMARES_BROKER_PASSWORD", rabbit.worker().password());
    settings.put("PALMARES_NAME", name);
    settings.put("PALMARES_CACHE", folder.resolve("worker").toString());
    var worker = new Role(name, "worker", settings);
    started.push(worker);
    worker.start();
    workers.add(worker);
  }

  private long liveWorkers() throws IOException, InterruptedException {
    var live = 0;
    for (var worker : admin.get("/workers").body()) {
      live += worker.get("state").asText().equals("live") ? 1 : 0;
    }
    return live;
  }

  private static Map<String, String> apiSettings(
      DurablePostgres postgres, RabbitServer rabbit, Path folder, URI address) {
    return Map.ofEntries(
        Map.entry("PALMARES_DATABASE_URL", postgres.url()),
        Map.entry("PALMARES_DATABASE_USER", "palmares_runtime"),
        Map.entry("PALMARES_DATABASE_PASSWORD", "trusted-on-loopback"),
        Map.entry("PALMARES_DATABASE_OWNER", "palmares"),
        Map.entry("PALMARES_DATABASE_OWNER_PASSWORD", "trusted-on-loopback"),
        Map.entry("PALMARES_BROKER_ADDRESS", rabbit.address().toString()),
        Map.entry("PALMARES_BROKER_USER", rabbit.publisher().user()),
        Map.entry("PALMARES_BROKER_PASSWORD", rabbit.publisher().password()),
        Map.entry("PALMARES_BLOBS", folder.resolve("blobs").toString()),
        Map.entry("PALMARES_HTTP_PORT", String.valueOf(address.getPort())));
  }

  private static Map<String, String> webSettings(URI apiAddress, URI origin) {
    return Map.of(
        "PALMARES_API", apiAddress.toString(),
        "PALMARES_HTTP_PORT", String.valueOf(origin.getPort()));
  }

  private static boolean hasPrinted(Role role, String text) {
    assertThat(role.isAlive()).as(role.printed()).isTrue();
    return role.printed().contains(text);
  }

  private static Rest signIn(URI address, Role api) throws IOException, InterruptedException {
    var secret = ONE_TIME_SECRET.matcher(api.printed());
    assertThat(secret.find()).as(api.printed()).isTrue();
    var session =
        new Rest(address, "")
            .post("/sessions", Map.of("account", "admin", "secret", secret.group(1)));
    assertThat(session.status()).isEqualTo(200);
    return new Rest(address, session.body().get("token").asText());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws Exception {
    closeAll(started);
  }

  private static void closeAll(Deque<AutoCloseable> started) throws Exception {
    while (!started.isEmpty()) {
      started.pop().close();
    }
  }
}
