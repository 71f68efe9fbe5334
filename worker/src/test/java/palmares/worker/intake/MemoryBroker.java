package palmares.worker.intake;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.qpid.server.SystemLauncher;

/// Qpid Broker-J in memory. The worker's account may only consume.
public final class MemoryBroker implements TestBroker {

  private static final String CONFIGURATION =
      """
      {"name": "test", "modelVersion": "9.1",
       "authenticationproviders": [{"name": "accounts", "type": "Plain", "secureOnlyMechanisms": [],
         "users": [{"name": "publisher", "type": "managed", "password": "p"},
                   {"name": "reader", "type": "managed", "password": "r"}]}],
       "ports": [{"name": "amqp", "type": "AMQP", "port": %d, "bindingAddress": "127.0.0.1",
         "protocols": ["AMQP_0_9_1"], "authenticationProvider": "accounts",
         "virtualhostaliases": [{"name": "nameAlias", "type": "nameAlias"}]}],
       "virtualhostnodes": [{"name": "default", "type": "Memory", "defaultVirtualHostNode": true,
         "virtualHostInitialConfiguration": "%s"}]}
      """;

  private static final String VIRTUAL_HOST =
      """
      {"type": "Memory", "virtualhostaccesscontrolproviders": [{"name": "rules", \
      "type": "RuleBased", "defaultResult": "DENIED", "rules": [\
      {"identity": "publisher", "objectType": "ALL", "operation": "ALL", "attributes": {}, \
      "outcome": "ALLOW"},\
      {"identity": "reader", "objectType": "VIRTUALHOST", "operation": "ACCESS", \
      "attributes": {"NAME": "*"}, "outcome": "ALLOW"},\
      {"identity": "reader", "objectType": "QUEUE", "operation": "CONSUME", \
      "attributes": {"NAME": "palmares.jobs.*"}, "outcome": "ALLOW"}]}]}\
      """;

  private final SystemLauncher launcher = new SystemLauncher();
  private final int port;

  public MemoryBroker(Path work) throws Exception {
    this(work, freePort());
  }

  public MemoryBroker(Path work, int port) throws Exception {
    this.port = port;
    var configuration = CONFIGURATION.formatted(port, VIRTUAL_HOST.strip().replace("\"", "\\\""));
    var file = Files.writeString(Files.createTempFile(work, "broker", ".json"), configuration);
    launcher.startup(
        Map.of(
            "type",
            "Memory",
            "initialConfigurationLocation",
            file.toUri().toString(),
            "startupLoggedToSystemOut",
            "false",
            "qpid.work_dir",
            work.toString()));
  }

  int port() {
    return port;
  }

  public static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public Broker publisher() {
    return new Broker(URI.create("amqp://127.0.0.1:" + port + "/default"), "publisher", "p");
  }

  @Override
  public Broker reader() {
    return new Broker(URI.create("amqp://127.0.0.1:" + port + "/default"), "reader", "r");
  }

  @Override
  public void close() {
    launcher.shutdown();
  }
}
