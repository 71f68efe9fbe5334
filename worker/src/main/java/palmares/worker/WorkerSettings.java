package palmares.worker;

import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import palmares.worker.intake.Broker;

/// Reads a [WorkerConfig] from properties such as `palmares.worker.slots` and, where there is none,
/// from the environment, where the same setting is `PALMARES_WORKER_SLOTS`.
public final class WorkerSettings {

  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

  private final Map<String, String> environment;
  private final Properties properties;

  private WorkerSettings(Map<String, String> environment, Properties properties) {
    this.environment = environment;
    this.properties = properties;
  }

  /// @throws IllegalArgumentException if a setting is missing or not what it should be, naming it
  public static WorkerConfig read(Map<String, String> environment, Properties properties) {
    return new WorkerSettings(environment, properties).config();
  }

  private WorkerConfig config() {
    int cores = Runtime.getRuntime().availableProcessors();
    return new WorkerConfig(
        needed("palmares.api", URI::create),
        new Secret(needed("palmares.worker.token", Function.identity())),
        new Broker(
            needed("palmares.broker", URI::create),
            needed("palmares.broker.user", Function.identity()),
            needed("palmares.broker.password", Function.identity())),
        given(
            "palmares.worker.name", Function.identity(), "worker-" + ProcessHandle.current().pid()),
        given("palmares.worker.slots", Integer::valueOf, 2),
        given("palmares.worker.capabilities", WorkerSettings::list, List.of("cpu")),
        given("palmares.worker.cache", Path::of, defaultCache()),
        given("palmares.worker.cache.mb", Long::valueOf, 1_024L) << 20,
        new WorkerConfig.Embedding(
            given("palmares.worker.embedding.threads", Integer::valueOf, cores),
            given(
                "palmares.worker.embedding.tokens",
                Integer::valueOf,
                WorkerConfig.Embedding.DEFAULT_TOKEN_BUDGET)),
        given("palmares.worker.grace", Duration::parse, Duration.ofSeconds(20)));
  }

  private Path defaultCache() {
    var home = environment.get("HOME");
    var root =
        home == null ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(home, ".cache");
    return root.resolve("palmares").resolve("worker");
  }

  private static List<String> list(String value) {
    return COMMA.splitAsStream(value.strip()).toList();
  }

  private <T> T needed(String name, Function<String, T> read) {
    var value = value(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "setting " + name + " (" + variable(name) + ") is missing");
    }
    return parsed(name, value, read);
  }

  private <T> T given(String name, Function<String, T> read, T otherwise) {
    var value = value(name);
    return value == null ? otherwise : parsed(name, value, read);
  }

  private static <T> T parsed(String name, String value, Function<String, T> read) {
    try {
      return read.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "setting " + name + " (" + variable(name) + "): " + e.getMessage(), e);
    }
  }

  private @Nullable String value(String name) {
    var property = properties.getProperty(name);
    var value = property == null ? environment.get(variable(name)) : property;
    return value == null || value.isBlank() ? null : value;
  }

  private static String variable(String name) {
    return name.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}
