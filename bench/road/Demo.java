package road;

import static org.awaitility.Awaitility.await;
import static road.Times.shown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `./palmares demo --exit`: how long it takes, and how much memory all roles in one process have.
final class Demo {

  private static final Duration TARGET = Duration.ofSeconds(60);
  private static final long MEMORY_TARGET_MB = 1_500;
  private static final Path ROOT = Path.of(System.getProperty("palmares.root"));

  private Demo() {}

  /// @param rss the most that the process had, `postgres` and `worker` those of its children, in MB
  private record Played(Duration time, long rss, long postgres, long worker) {}

  static List<Figure> measure() throws Exception {
    var cold = play();
    var warm = play();
    return List.of(
        new Figure(
            "demo, warm",
            "< " + shown(TARGET),
            shown(warm.time),
            "the one before " + shown(cold.time),
            warm.time.compareTo(TARGET) < 0),
        new Figure(
            "all roles in one process, most memory (RSS)",
            "< 1.5 GB",
            warm.rss == 0 ? "not known here" : "%,d MB".formatted(warm.rss),
            "PostgreSQL %,d MB, second worker %,d MB apart".formatted(warm.postgres, warm.worker),
            warm.rss < MEMORY_TARGET_MB));
  }

  private static Played play() throws IOException {
    var output = Files.createTempFile("palmares-demo", ".txt");
    var builder =
        new ProcessBuilder(ROOT.resolve("palmares").toString(), "demo", "--exit")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PALMARES_"));
    var begun = System.nanoTime();
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    var most = new long[3];
    await()
        .pollInterval(Duration.ofMillis(200))
        .atMost(Duration.ofMinutes(3))
        .until(() -> look(process, most));
    var time = Duration.ofNanos(System.nanoTime() - begun);
    if (process.exitValue() != 0) {
      throw new IOException("the demo failed: " + Files.readString(output));
    }
    Files.delete(output);
    return new Played(time, most[0], most[1], most[2]);
  }

  /// Notes what the process and its children have now; true once it has ended.
  private static boolean look(Process process, long[] most) {
    most[0] = Math.max(most[0], megabytes(process.pid(), "VmHWM:", "status").orElse(0L));
    var postgres = 0L;
    var worker = 0L;
    for (var child : process.descendants().toList()) {
      // What processes share, as PostgreSQL's do, is counted once.
      var share = megabytes(child.pid(), "Pss:", "smaps_rollup").orElse(0L);
      if (child.info().command().orElse("").endsWith("java")) {
        worker += share;
      } else {
        postgres += share;
      }
    }
    most[1] = Math.max(most[1], postgres);
    most[2] = Math.max(most[2], worker);
    return !process.isAlive();
  }

  private static Optional<Long> megabytes(long pid, String key, String file) {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1000)
          .findFirst();
    } catch (IOException | java.io.UncheckedIOException e) {
      return Optional.empty(); // it has ended, or this system has no such files
    }
  }
}
