package palmares.launcher.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// PostgreSQL without a server: it works on a cluster, listens to nobody, and ends.
///
/// @param binaries where the program is unpacked
record SingleUser(Path binaries) {

  /// @param statement one line, told through standard input because other users see arguments
  /// @throws IOException if the statement failed, with what PostgreSQL said
  void run(Path cluster, String statement) throws IOException {
    var process = new ProcessBuilder(command(cluster)).redirectErrorStream(true).start();
    try (var input = process.outputWriter()) {
      input.write(statement + "\n");
    }
    var said = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0) {
        throw new IOException("cannot change the cluster " + cluster + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while PostgreSQL changed " + cluster, e);
    }
  }

  /// PostgreSQL refuses to run as root, so that root runs it in a namespace of its own, as the
  /// server is run too.
  private List<String> command(Path cluster) throws IOException {
    var command = new ArrayList<String>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.addAll(
        List.of(
            program().toString(),
            "--single",
            "-D",
            cluster.toString(),
            "-c",
            "exit_on_error=on",
            "-c",
            "log_min_error_statement=panic",
            "postgres"));
    return command;
  }

  /// The one unpacked last: an older one may still lie beside it.
  private Path program() throws IOException {
    try (var unpacked = Files.list(binaries)) {
      return unpacked
          .sorted(Comparator.comparing((Path folder) -> folder.toFile().lastModified()).reversed())
          .map(folder -> folder.resolve("bin").resolve("postgres"))
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(() -> new IOException("no PostgreSQL is unpacked in " + binaries));
    }
  }
}
