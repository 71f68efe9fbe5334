package palmares.worker.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A RabbitMQ node of its own on free ports. The worker's account may only read.
final class RabbitMqBroker implements TestBroker {

  private static final List<Path> PROGRAMS =
      List.of(Path.of("/usr/sbin/rabbitmq-server"), Path.of("/opt/homebrew/sbin/rabbitmq-server"));

  private final Path work;
  private final int port;
  private final String node;
  private final Map<String, String> environment;
  private final Process server;

  static void assumeInstalled() {
    assumeTrue(
        PROGRAMS.stream().anyMatch(Files::isExecutable),
        "rabbitmq-server is not installed; apt-get install rabbitmq-server");
  }

  static RabbitMqBroker start(Path work) throws Exception {
    var broker = new RabbitMqBroker(work);
    await().atMost(Duration.ofSeconds(60)).until(broker::answers);
    broker.control("await_startup");
    broker.control("add_user", "publisher", "p");
    broker.control("set_permissions", "publisher", ".*", ".*", ".*");
    broker.control("add_user", "reader", "r");
    broker.control("set_permissions", "reader", "^$", "^$", "^palmares\\.jobs\\..*");
    return broker;
  }

  private RabbitMqBroker(Path work) throws IOException {
    this.work = Files.createDirectories(work.resolve("rabbitmq"));
    this.port = MemoryBroker.freePort();
    int distribution = MemoryBroker.freePort();
    this.node = "palmares" + port + "@localhost";
    this.environment =
        Map.of(
            "RABBITMQ_NODENAME", node,
            "RABBITMQ_NODE_IP_ADDRESS", "127.0.0.1",
            "RABBITMQ_NODE_PORT", Integer.toString(port),
            "RABBITMQ_DIST_PORT", Integer.toString(distribution),
            "RABBITMQ_MNESIA_BASE", this.work.toString(),
            "RABBITMQ_LOG_BASE", this.work.toString(),
            "RABBITMQ_PID_FILE", this.work.resolve("pid").toString());
    // Started by root, the server becomes the user rabbitmq, who must be able to write here.
    for (var folder = this.work; folder.startsWith(work); folder = folder.getParent()) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }
    this.server = run(List.of("rabbitmq-server"));
  }

  private Process run(List<String> command) throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(work.resolve("output.log").toFile()));
    return builder.start();
  }

  private void control(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of("rabbitmqctl", "-n", node, "-q"));
    command.addAll(List.of(arguments));
    var process = run(command);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(() -> output(command)).isZero();
  }

  private String output(List<String> command) {
    try {
      return command + ": " + Files.readString(work.resolve("output.log"));
    } catch (IOException e) {
      return command + ": no output";
    }
  }

  private boolean answers() {
    assertThat(server.isAlive()).as(() -> output(List.of("rabbitmq-server"))).isTrue();
    try (var socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  void delete(String queue) throws Exception {
    try (var connection = publisher().connections().newConnection("test");
        var channel = connection.createChannel()) {
      channel.queueDelete(queue);
    }
  }

  @Override
  public Broker publisher() {
    return new Broker(URI.create("amqp://127.0.0.1:" + port), "publisher", "p");
  }

  @Override
  public Broker reader() {
    return new Broker(URI.create("amqp://127.0.0.1:" + port), "reader", "r");
  }

  @Override
  public void close() {
    server.descendants().forEach(ProcessHandle::destroy);
    server.destroy();
    await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
  }
}
