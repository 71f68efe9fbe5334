package palmares.launcher.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A further worker of a platform, in a process of its own that ends when this one does.
public final class WorkerProcess implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Process process;

  private WorkerProcess(Process process) {
    this.process = process;
  }

  /// @param log gets what it prints
  public static WorkerProcess start(Platform platform, String name, Path log) {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ProcessBuilder(
            List.of(
                java,
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                "palmares.launcher.Palmares",
                "worker"));
    command.environment().keySet().removeIf(variable -> variable.startsWith("PALMARES_"));
    command.environment().putAll(platform.environmentOfWorker(name));
    command.environment().put("PALMARES_PARENT", Long.toString(ProcessHandle.current().pid()));
    command.redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      return new WorkerProcess(command.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the worker process " + name, e);
    }
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Halts it where it is.
  public void freeze() {
    signal("STOP");
  }

  /// Lets it go on after `freeze`.
  public void resume() {
    signal("CONT");
  }

  private void signal(String name) {
    if (!isAlive()) {
      return;
    }
    try {
      int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).start().waitFor();
      if (code != 0 && isAlive()) {
        throw new IllegalStateException(
            "the worker process %d took no signal %s: kill exits with %d"
                .formatted(pid(), name, code));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot signal the worker process " + pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while signalling a worker process", e);
    }
  }

  /// Ends it at once, as `kill -9` does.
  public void kill() {
    process.destroyForcibly();
  }

  /// Lets it give back what it works on.
  @Override
  public void close() throws InterruptedException {
    // A frozen one would not hear the next signal.
    resume();
    process.destroy();
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
