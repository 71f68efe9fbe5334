package palmares.contract.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The installed RabbitMQ, as a server of its own for each test class, on free ports of the
/// loopback address: `@RegisterExtension static final RabbitServer RABBIT = new RabbitServer();`
///
/// It has two accounts, as a deployment has: the publisher may do what it likes with queues named
/// `palmares.*`, the worker may only read them. Where RabbitMQ is not installed, the class is
/// skipped.
public final class RabbitServer implements BeforeAllCallback, AfterAllCallback {
  private static final long START_SECONDS = 60;
  private static final String READY = "Server startup complete";

  private final int port;
  private final Path data;
  private final int names;
  private final int distribution;
  private @Nullable Process process;

  public RabbitServer() {
    try (var first = new ServerSocket(0);
        var second = new ServerSocket(0);
        var third = new ServerSocket(0)) {
      port = first.getLocalPort();
      distribution = second.getLocalPort();
      names = third.getLocalPort();
      data = Files.createTempDirectory("rabbitmq-");
    } catch (IOException e) {
      throw new IllegalStateException("no port or folder for RabbitMQ", e);
    }
  }

  public static boolean isInstalled() {
    return program() != null;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    assumeTrue(isInstalled(), "RabbitMQ is not installed");
    start();
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    close();
  }

  public URI address() {
    return URI.create("amqp://127.0.0.1:" + port + "/palmares");
  }

  /// May declare, fill and read queues named `palmares.*`.
  public RabbitAccount publisher() {
    return new RabbitAccount("palmares-api", "publishes-in-tests-only");
  }

  /// May read queues named `palmares.*`, and nothing else.
  public RabbitAccount worker() {
    return new RabbitAccount("palmares-worker", "reads-in-tests-only");
  }

  /// The environment in which its own tools, such as `rabbitmqctl`, find it.
  public Map<String, String> tools() {
    return Map.of(
        "HOME", data.toString(),
        "ERL_EPMD_PORT", String.valueOf(names),
        "RABBITMQ_NODENAME", node(),
        "PATH", String.valueOf(program()).replaceAll("/[^/]*$", "") + ":/usr/bin:/bin");
  }

  /// Starts it, again after a [#kill] with what it had stored.
  public void start() throws IOException, InterruptedException {
    assertThat(process).as("RabbitMQ on port %s already runs", port).isNull();
    var definitions = Files.writeString(data.resolve("definitions.json"), definitions());
    Files.writeString(
        data.resolve("rabbitmq.conf"),
        """
        listeners.tcp.1 = 127.0.0.1:%d
        load_definitions = %s
        log.console = true
        log.file = false
        disk_free_limit.absolute = 50MB
        """
            .formatted(port, definitions));
    Files.writeString(data.resolve("enabled_plugins"), "[].\n");
    process = launch();
    Runtime.getRuntime().addShutdownHook(new Thread(this::endAll));
    awaitReady(process);
  }

  /// As a power cut ends it: no connection is closed, nothing is written any more.
  public void kill() throws InterruptedException {
    var running = process;
    assertThat(running).as("RabbitMQ on port %s does not run", port).isNotNull();
    end(running);
    running.waitFor();
    process = null;
  }

  /// Waits until a quorum queue is known on disk. RabbitMQ writes that down up to half a second
  /// after the declaration was answered; killed before, it comes back with a queue that never gets
  /// a leader.
  public void awaitWrittenDown(String queue) {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Files.readString(queueNames(), ISO_8859_1).contains("palmares_" + queue));
  }

  public void close() throws IOException, InterruptedException {
    if (process != null) {
      kill();
    }
    endNames();
    deleteData();
  }

  private Path queueNames() {
    var node = node();
    return data.resolve("mnesia", node, "quorum", node, "names.dets");
  }

  private String node() {
    return "palmares-" + port + "@localhost";
  }

  private Process launch() throws IOException {
    var builder = new ProcessBuilder(String.valueOf(program())).redirectErrorStream(true);
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("RABBITMQ_"));
    // Home holds the cookie: a server of its own shares no secret with one that runs here already.
    environment.put("HOME", data.toString());
    environment.put("ERL_EPMD_PORT", String.valueOf(names));
    environment.put("ERL_EPMD_ADDRESS", "127.0.0.1");
    environment.put("RABBITMQ_NODENAME", node());
    environment.put("RABBITMQ_DIST_PORT", String.valueOf(distribution));
    environment.put("RABBITMQ_CONF_ENV_FILE", data.resolve("none").toString());
    environment.put("RABBITMQ_CONFIG_FILE", data.resolve("rabbitmq.conf").toString());
    environment.put("RABBITMQ_ENABLED_PLUGINS_FILE", data.resolve("enabled_plugins").toString());
    environment.put("RABBITMQ_MNESIA_BASE", data.resolve("mnesia").toString());
    environment.put("RABBITMQ_LOG_BASE", data.resolve("log").toString());
    environment.put("RABBITMQ_PID_FILE", data.resolve("pid").toString());
    // Busy waiting would take the cores from the code under test.
    environment.put(
        "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS", "+sbwt none +sbwtdcpu none +sbwtdio none");
    return builder.start();
  }

  private void awaitReady(Process started) throws IOException, InterruptedException {
    var ready = new CompletableFuture<Void>();
    var log = data.resolve("server.log");
    Thread.ofVirtual().start(() -> copyLog(started, log, ready));
    try {
      ready.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("RabbitMQ did not start: " + Files.readString(log), e);
    }
  }

  private static void copyLog(Process started, Path log, CompletableFuture<Void> ready) {
    try (var lines = started.inputReader();
        var out = Files.newBufferedWriter(log)) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.newLine();
        out.flush();
        if (line.contains(READY)) {
          ready.complete(null);
        }
      }
      ready.completeExceptionally(new IOException("RabbitMQ ended"));
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
  }

  private void endAll() {
    var running = process;
    if (running != null) {
      end(running);
      process = null;
    }
  }

  private static void end(Process running) {
    // The process is a script; the server is below it.
    running.descendants().forEach(ProcessHandle::destroyForcibly);
    running.destroyForcibly();
  }

  /// Erlang leaves its name server behind, which refuses to end until it has seen the server gone.
  private void endNames() {
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> run("epmd", "-port", String.valueOf(names), "-kill"), "Killed"::equals);
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.inputReader()) {
      var first = output.readLine();
      process.waitFor();
      return first == null ? "" : first.strip();
    }
  }

  private void deleteData() throws IOException {
    try (var files = Files.walk(data)) {
      for (var file : files.sorted((left, right) -> right.compareTo(left)).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private String definitions() {
    return """
    {
      "vhosts": [{"name": "palmares"}],
      "users": [
        {"name": "%1$s", "password_hash": "%2$s", "tags": ""},
        {"name": "%3$s", "password_hash": "%4$s", "tags": ""}
      ],
      "permissions": [
        {"user": "%1$s", "vhost": "palmares", "configure": "^palmares\\\\.",
         "write": "^(amq\\\\.default|palmares\\\\..*)$", "read": "^palmares\\\\."},
        {"user": "%3$s", "vhost": "palmares", "configure": "^$", "write": "^$",
         "read": "^palmares\\\\."}
      ]
    }
    """
        .formatted(
            publisher().user(),
            publisher().passwordHash(),
            worker().user(),
            worker().passwordHash());
  }

  /// The server's own script: the one in PATH of Debian's package changes to another user.
  private static @Nullable Path program() {
    return Stream.concat(
            Stream.of("/usr/lib/rabbitmq/bin", "/opt/homebrew/sbin", "/usr/local/sbin"),
            List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream())
        .map(folder -> Path.of(folder, "rabbitmq-server"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }
}
