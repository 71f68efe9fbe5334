package palmares.launcher.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A real PostgreSQL from Maven's binaries, on loopback, with its data in a folder that survives a
/// restart and a kill.
public final class EmbeddedDatabase implements AutoCloseable {

  private final EmbeddedPostgres postgres;
  private final ClusterLogins logins;

  private EmbeddedDatabase(EmbeddedPostgres postgres, ClusterLogins logins) {
    this.postgres = postgres;
    this.logins = logins;
  }

  /// Starts on the folder's data, or on a new cluster if it is empty. Whoever connects needs a
  /// password; those of its two logins lie beside the folder.
  ///
  /// @param data the cluster's folder, held by the caller through [DataDirectory]
  /// @param binaries where the program is unpacked, shared between clusters
  public static EmbeddedDatabase start(Path data, Path binaries, int port) {
    try {
      Files.createDirectories(data);
      Files.createDirectories(binaries);
      endLeftOver(data);
      var logins = ClusterLogins.of(data);
      logins.prepare();
      var postgres =
          builder(data, binaries, port)
              // Options of a locale come last on the line of initdb, after "trust", and overrule
              // it.
              .setLocaleConfig("auth", "scram-sha-256")
              .setLocaleConfig("pwfile", logins.ownersFile().toString())
              .setConnectConfig("password", logins.owner().password())
              .setDataDirectoryCustomizer(cluster -> teach(logins, binaries))
              .start();
      return new EmbeddedDatabase(postgres, logins);
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not start on " + data, e);
    }
  }

  private static EmbeddedPostgres.Builder builder(Path data, Path binaries, int port) {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setOverrideWorkingDirectory(binaries.toFile())
        .setPort(port)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "100")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  private static void teach(ClusterLogins logins, Path binaries) {
    try {
      logins.teach(new SingleUser(binaries));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give the embedded PostgreSQL its logins", e);
    }
  }

  public String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port());
  }

  /// Who may do anything, and migrates the schema.
  public DatabaseLogin owner() {
    return logins.owner();
  }

  /// Who owns nothing, and works for the api.
  public DatabaseLogin runtime() {
    return logins.runtime();
  }

  public int port() {
    return postgres.getPort();
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the embedded PostgreSQL did not stop", e);
    }
  }

  /// A killed process leaves its PostgreSQL running on the folder. Whoever holds the folder's lock
  /// is its only owner, so a server that is still there is a left-over.
  private static void endLeftOver(Path data) throws IOException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var lines = Files.readAllLines(pidFile);
    var pid = lines.isEmpty() ? -1 : Long.parseLong(lines.getFirst().strip());
    var server =
        ProcessHandle.of(pid)
            .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    if (server.isPresent()) {
      end(server.get());
    }
    Files.deleteIfExists(pidFile);
  }

  /// Its clients died with the killed process, so an orderly stop ends soon.
  private static void end(ProcessHandle server) {
    server.destroy();
    try {
      server.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      server.destroyForcibly();
      server.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while ending a left-over PostgreSQL", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("cannot end a left-over PostgreSQL, pid " + server.pid(), e);
    }
  }
}
