package palmares.launcher.keycloak;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import palmares.launcher.terminal.CommandFailure;

/// A Keycloak of the unpacked distribution, on loopback, in a process of its own.
final class KeycloakServer implements AutoCloseable {

  /// The service account that sets the realm up. The server makes it when its data is empty.
  static final String SETUP_CLIENT = "palmares-setup";

  // The first start of a distribution compiles its configuration, which takes a minute by itself.
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 300;
  private static final int TOLD_LINES = 15;

  private final URI address;
  private final Path log;
  private final Process process;

  private KeycloakServer(URI address, Path log, Process process) {
    this.address = address;
    this.log = log;
    this.process = process;
  }

  /// @param home of the distribution
  /// @param data where it keeps its database and its log
  /// @param setupSecret of [#SETUP_CLIENT]; has to be the same for the same data
  static KeycloakServer start(Path home, Path data, int port, String setupSecret)
      throws IOException {
    var address = URI.create("http://localhost:" + port);
    var log = data.resolve("keycloak.log");
    var command =
        new ProcessBuilder(
            List.of(
                "sh",
                home.resolve("bin").resolve("kc.sh").toString(),
                "-Dkc.db-url-path=" + data,
                "start-dev",
                "--db=dev-file",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + address));
    command.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    command.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", SETUP_CLIENT);
    command.environment().put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", setupSecret);
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    return new KeycloakServer(address, log, command.start());
  }

  URI address() {
    return address;
  }

  Path log() {
    return log;
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  /// Returns when requests are answered.
  void awaitReady() throws InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http)) {
        if (process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          throw CommandFailure.noAnswer("Keycloak ended while it started:\n" + lastLines());
        }
        if (System.nanoTime() > until) {
          throw CommandFailure.noAnswer(
              "Keycloak was not ready after %d minutes, see %s"
                  .formatted(PATIENCE.toMinutes(), log));
        }
      }
    }
  }

  private boolean isReady(HttpClient http) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address.resolve("/realms/master"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private String lastLines() {
    try (var lines = Files.lines(log)) {
      var all = lines.toList();
      return all.subList(Math.max(0, all.size() - TOLD_LINES), all.size()).stream()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "see " + log;
    }
  }

  @Override
  public void close() throws InterruptedException {
    // The script hands the signal on, but not at every moment of its life.
    var children = process.descendants().toList();
    process.destroy();
    children.forEach(ProcessHandle::destroy);
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      children.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }
}
