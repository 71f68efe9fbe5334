package palmares.launcher.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/// An AMQP 0-9-1 broker on loopback that keeps its messages in memory. Losing them is harmless: the
/// ledger dispatches again whatever was not claimed.
///
/// The publisher may do everything; the worker may only consume from queues named
/// `palmares.jobs.*`.
public final class EmbeddedBroker implements AutoCloseable {

  /// The virtual host, as clients name it.
  public static final String VIRTUAL_HOST = "default";

  private final SystemLauncher launcher;
  private final int port;

  private EmbeddedBroker(SystemLauncher launcher, int port) {
    this.launcher = launcher;
    this.port = port;
  }

  /// @param work an empty folder of its own
  /// @throws IllegalStateException if the broker does not answer on the port afterwards
  public static EmbeddedBroker start(
      Path work, int port, BrokerAccount publisher, BrokerAccount worker) {
    var launcher = new SystemLauncher();
    var configuration = writeConfiguration(work, port, publisher, worker);
    try {
      launcher.startup(
          Map.of(
              "type",
              "Memory",
              "initialConfigurationLocation",
              configuration.toUri().toString(),
              "startupLoggedToSystemOut",
              "false",
              "qpid.work_dir",
              work.toString()));
    } catch (Exception e) {
      throw new IllegalStateException("the embedded broker did not start on port " + port, e);
    } finally {
      delete(configuration);
    }
    if (!answers(port)) {
      launcher.shutdown();
      throw new IllegalStateException(
          "the embedded broker does not answer on port " + port + "; is the port free?");
    }
    return new EmbeddedBroker(launcher, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    launcher.shutdown();
  }

  /// The launcher swallows a bad configuration and says nothing, so only the port tells.
  private static boolean answers(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Path writeConfiguration(
      Path work, int port, BrokerAccount publisher, BrokerAccount worker) {
    try {
      Files.createDirectories(work);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      var file = Files.createTempFile(work, "broker", ".json", ownerOnly);
      return Files.writeString(file, configuration(port, publisher, worker));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the broker's configuration in " + work, e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file + ", which holds passwords", e);
    }
  }

  private static String configuration(int port, BrokerAccount publisher, BrokerAccount worker) {
    return """
    {
      "name": "palmares",
      "modelVersion": "9.1",
      "authenticationproviders": [{
        "name": "accounts",
        "type": "Plain",
        "secureOnlyMechanisms": [],
        "users": [
          {"name": "%2$s", "type": "managed", "password": "%3$s"},
          {"name": "%4$s", "type": "managed", "password": "%5$s"}
        ]
      }],
      "ports": [{
        "name": "amqp",
        "type": "AMQP",
        "port": %1$d,
        "bindingAddress": "127.0.0.1",
        "protocols": ["AMQP_0_9_1"],
        "authenticationProvider": "accounts",
        "virtualhostaliases": [{"name": "nameAlias", "type": "nameAlias"}]
      }],
      "virtualhostnodes": [{
        "name": "default",
        "type": "Memory",
        "defaultVirtualHostNode": true,
        "virtualHostInitialConfiguration": "%6$s"
      }]
    }
    """
        .formatted(
            port,
            publisher.user(),
            publisher.password(),
            worker.user(),
            worker.password(),
            virtualHost(publisher, worker).replace("\"", "\\\""));
  }

  private static String virtualHost(BrokerAccount publisher, BrokerAccount worker) {
    return """
    {"type": "Memory", "virtualhostaccesscontrolproviders": [{"name": "rules", \
    "type": "RuleBased", "defaultResult": "DENIED", "rules": [\
    {"identity": "%1$s", "objectType": "ALL", "operation": "ALL", "attributes": {}, \
    "outcome": "ALLOW"},\
    {"identity": "%2$s", "objectType": "VIRTUALHOST", "operation": "ACCESS", \
    "attributes": {"NAME": "*"}, "outcome": "ALLOW"},\
    {"identity": "%2$s", "objectType": "QUEUE", "operation": "CONSUME", \
    "attributes": {"NAME": "palmares.jobs.*"}, "outcome": "ALLOW"},\
    {"identity": "ALL", "objectType": "ALL", "operation": "ALL", "attributes": {}, \
    "outcome": "DENY"}]}]}\
    """
        .formatted(publisher.user(), worker.user());
  }
}
