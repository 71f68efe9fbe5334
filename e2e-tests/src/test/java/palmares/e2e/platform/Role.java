package palmares.e2e.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One role of the platform in a process of its own, started from the packaged program.
public final class Role implements AutoCloseable {

  private static final Path ROOT = Path.of(System.getProperty("palmares.root"));
  private static final Path PROGRAM = ROOT.resolve("infra/launcher/target/palmares.jar");

  private final String name;
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable Process process;

  /// @param name of the log file below `target/`
  /// @param environment all that the role is told, beside what every process has
  Role(String name, String role, Map<String, String> environment) throws IOException {
    this(name, List.of(role), environment);
  }

  /// The same for a command with arguments.
  public Role(String name, List<String> arguments, Map<String, String> environment)
      throws IOException {
    this.name = name;
    this.command = command(arguments.toArray(String[]::new));
    this.environment = Map.copyOf(environment);
    this.log =
        Files.createDirectories(ROOT.resolve("e2e-tests/target/roles")).resolve(name + ".log");
    Files.deleteIfExists(log);
  }

  /// The command line that runs the packaged program.
  public static List<String> command(String... arguments) {
    var words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                PROGRAM.toString()));
    words.addAll(List.of(arguments));
    return words;
  }

  public String name() {
    return name;
  }

  public void start() throws IOException {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("PALMARES_"));
    builder.environment().putAll(environment);
    builder.environment().put("OMP_NUM_THREADS", "1");
    process = builder.start();
    var started = process;
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
  }

  /// `kill -9`.
  public void kill() throws InterruptedException {
    running().destroyForcibly().waitFor();
  }

  /// All that it is told, beside what every process has.
  public Map<String, String> environment() {
    return environment;
  }

  public boolean isAlive() {
    return process != null && process.isAlive();
  }

  /// What it has printed since its first start.
  public String printed() {
    try {
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  private Process running() {
    if (process == null) {
      throw new IllegalStateException(name + " was never started");
    }
    return process;
  }
}
