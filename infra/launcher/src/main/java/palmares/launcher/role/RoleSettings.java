package palmares.launcher.role;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.Surroundings;

/// What a role is told: by the environment, or by a file of the same names, where the environment
/// is stronger. Everything that is missing is said at once.
final class RoleSettings {

  /// Values that examples and demos use: a role that accepts one is open to everybody.
  private static final Set<String> KNOWN_TO_EVERYBODY =
      Set.of(
          "admin",
          "changeme",
          "change-me",
          "demo",
          "example",
          "guest",
          "keycloak",
          "palmares",
          "passwd",
          "password",
          "postgres",
          "rabbitmq",
          "root",
          "secret",
          "test",
          "user");

  /// Below this, trying them all takes minutes.
  private static final int SHORTEST = 8;

  private final Map<String, String> values;

  private RoleSettings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  static RoleSettings read(
      String role, List<Setting> settings, Surroundings surroundings, @Nullable Path file) {
    var given = file == null ? Map.<String, String>of() : fileOf(file, settings);
    var values = new LinkedHashMap<String, String>();
    var missing = new ArrayList<String>();
    for (var setting : settings) {
      var value = valueOf(setting, surroundings, given);
      if (value == null) {
        missing.add("  " + setting.name() + ": " + setting.meaning());
      } else {
        values.put(setting.name(), value);
      }
    }
    if (!missing.isEmpty()) {
      throw CommandFailure.badInput(
          "%s is not told what it needs; set it in the environment or in --config FILE:\n%s"
              .formatted(role, String.join("\n", missing)));
    }
    return new RoleSettings(values);
  }

  String text(Setting setting) {
    var value = values.get(setting.name());
    if (value == null) {
      throw new IllegalArgumentException(setting.name() + " is not a setting of this role");
    }
    return value;
  }

  int wholeNumber(Setting setting) {
    try {
      return Integer.parseInt(text(setting));
    } catch (NumberFormatException e) {
      throw wrong(setting, "a whole number", e);
    }
  }

  long bytes(Setting setting) {
    try {
      return Long.parseLong(text(setting));
    } catch (NumberFormatException e) {
      throw wrong(setting, "a number of bytes", e);
    }
  }

  Duration duration(Setting setting) {
    try {
      return Duration.parse(text(setting));
    } catch (DateTimeParseException e) {
      throw wrong(setting, "a duration such as PT20S", e);
    }
  }

  URI address(Setting setting) {
    try {
      return new URI(text(setting).replaceAll("/+$", ""));
    } catch (URISyntaxException e) {
      throw wrong(setting, "an address", e);
    }
  }

  boolean flag(Setting setting) {
    return switch (text(setting)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(setting, "true or false", null);
    };
  }

  List<String> words(Setting setting) {
    var text = text(setting).strip();
    return text.isEmpty() ? List.of() : List.of(text.split("[,\\s]+"));
  }

  private CommandFailure wrong(Setting setting, String expected, @Nullable Exception cause) {
    var message = "%s must be %s: %s".formatted(setting.name(), expected, text(setting));
    return cause == null
        ? CommandFailure.badInput(message)
        : CommandFailure.badInput(message, cause);
  }

  private static @Nullable String valueOf(
      Setting setting, Surroundings surroundings, Map<String, String> given) {
    var value = named(setting.name(), surroundings, given);
    var file = setting.secret() ? named(setting.fileName(), surroundings, given) : null;
    if (value == null && file != null) {
      value = secretIn(Path.of(file), setting);
    }
    if (setting.secret() && value != null && isWeak(value)) {
      throw CommandFailure.badInput(
          "%s is a value that everybody knows or guesses; choose one of your own of %d characters or more"
              .formatted(setting.name(), SHORTEST));
    }
    return value == null ? setting.otherwise() : value;
  }

  private static boolean isWeak(String secret) {
    return secret.length() < SHORTEST
        || KNOWN_TO_EVERYBODY.contains(secret.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String named(
      String name, Surroundings surroundings, Map<String, String> given) {
    var value = surroundings.variable(name);
    return value == null ? given.get(name) : value;
  }

  private static String secretIn(Path file, Setting setting) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw CommandFailure.badInput(
          "cannot read %s, which %s names".formatted(file, setting.fileName()), e);
    }
  }

  /// A key may be written as the variable or in the way of properties: `palmares.database.url`.
  private static Map<String, String> fileOf(Path file, List<Setting> settings) {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    } catch (IOException | IllegalArgumentException e) {
      throw CommandFailure.badInput("cannot read the configuration file " + file, e);
    }
    var values = new LinkedHashMap<String, String>();
    for (var key : properties.stringPropertyNames()) {
      var name = key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
      if (settings.stream().noneMatch(s -> isNameOf(name, s))) {
        throw CommandFailure.badInput(
            "%s: %s is not a setting of this role; there are %s"
                .formatted(file, key, settings.stream().map(Setting::name).toList()));
      }
      values.put(name, properties.getProperty(key).strip());
    }
    return values;
  }

  private static boolean isNameOf(String name, Setting setting) {
    return name.equals(setting.name()) || (setting.secret() && name.equals(setting.fileName()));
  }
}
