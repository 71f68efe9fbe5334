package palmares.launcher;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import palmares.launcher.terminal.Surroundings;

/// Runs the command in this process and keeps what it prints.
public final class Shell {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final Path home;
  private String input = "";

  public Shell(Path home) {
    this.home = home;
  }

  public Shell with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public Shell typing(String line) {
    input = line + "\n";
    return this;
  }

  /// @return the exit code
  public int run(String... arguments) {
    out.reset();
    err.reset();
    return Palmares.run(surroundings(), arguments);
  }

  public Surroundings surroundings() {
    return new Surroundings(
        environment,
        home,
        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  public String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  public String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
