package palmares.e2e.docs;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.testing.RabbitServer;
import palmares.e2e.platform.DurablePostgres;

/// Follows the page for operators from an empty PostgreSQL and RabbitMQ to a restored backup.
class OperatorPageTest {

  private static final Path ROOT = Path.of(System.getProperty("palmares.root"));

  @RegisterExtension static final RabbitServer RABBIT = new RabbitServer();

  @TempDir Path folder;

  @Test
  void aDeploymentIsSetUpRunBackedUpAndRestoredByThePage() throws Exception {
    try (var postgres = DurablePostgres.start();
        var operator = new Terminal(folder, ROOT.resolve("palmares"), places(postgres))) {
      var database = URI.create(postgres.url().replace("jdbc:", ""));
      operator.export("PGHOST", database.getHost());
      operator.export("PGPORT", String.valueOf(database.getPort()));
      operator.export("PGUSER", "postgres");
      rabbitTools();
      try (var before = getClass().getResourceAsStream("/docs/operator.sh")) {
        operator.run("operator.sh", new String(before.readAllBytes()), 0);
      }

      for (var snippet : Snippet.of(ROOT, "docs/operator.md")) {
        if (!snippet.isShown() && snippet.notRun() == null) {
          operator.follow(snippet);
        }
      }
    }
  }

  /// `rabbitmqctl` as it is on the machine of the broker.
  private void rabbitTools() throws IOException {
    var environment =
        RABBIT.tools().entrySet().stream()
            .map(each -> "%s='%s'".formatted(each.getKey(), each.getValue()))
            .collect(Collectors.joining(" "));
    var script = folder.resolve("bin/rabbitmqctl");
    Files.writeString(
        script, "#!/usr/bin/env bash\nexport %s\nexec rabbitmqctl \"$@\"\n".formatted(environment));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Map<String, String> places(DurablePostgres postgres) throws IOException {
    return Map.of(
        "localhost:5432", postgres.url().replaceAll(".*//|/.*", ""),
        "localhost:5672", "127.0.0.1:" + RABBIT.address().getPort(),
        "8080", freePort(),
        "8090", freePort(),
        "8091", freePort());
  }

  private static String freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return String.valueOf(socket.getLocalPort());
    }
  }
}
