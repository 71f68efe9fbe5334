package palmares.launcher.terminal;

import java.io.ByteArrayOutputStream;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a command sees of the machine that it runs on.
///
/// @param environment variables such as `PALMARES_API`
/// @param home the person's own folder
public record Surroundings(
    Map<String, String> environment, Path home, InputStream in, PrintStream out, PrintStream err) {

  public Surroundings {
    environment = Map.copyOf(environment);
  }

  /// Those of this process. What it writes is UTF-8 everywhere, so that files made from it are.
  public static Surroundings ofProcess() {
    return new Surroundings(
        System.getenv(),
        shellHome(),
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
  }

  /// As a shell sees it: Java asks the user database alone.
  private static Path shellHome() {
    var home = System.getenv("HOME");
    return Path.of(home == null || home.isBlank() ? System.getProperty("user.home") : home);
  }

  /// A variable that is set to something.
  public @Nullable String variable(String name) {
    var value = environment.getOrDefault(name, "").strip();
    return value.isEmpty() ? null : value;
  }

  /// What to type for another command: as this one was called.
  public String called() {
    var called = variable("PALMARES_CALLED");
    return called == null ? "palmares" : called;
  }

  /// Where a person's data is kept if nothing else is said.
  public Path dataHome() {
    var configured = variable("XDG_DATA_HOME");
    return (configured == null ? home.resolve(".local").resolve("share") : Path.of(configured))
        .resolve("palmares");
  }

  /// Prints a line, harmless for a terminal whatever it quotes.
  public void say(String text) {
    out.println(SafeText.lines(text));
  }

  /// The same on the side of errors and progress.
  public void warn(String text) {
    err.println(SafeText.lines(text));
  }

  /// Prints what a program reads, as it is.
  public void print(String text) {
    out.print(text);
    out.flush();
  }

  /// Asks without showing what is typed; where there is no terminal, the next line of the input is
  /// taken.
  public String askSecret(String question) {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> typed(console, question))
        .orElseGet(this::nextLine);
  }

  /// The same for a secret that is to be kept: who types it without seeing it types it twice.
  public String askNewSecret(String question, String repeat) {
    var secret = askSecret(question);
    if (isTerminal() && !askSecret(repeat).equals(secret)) {
      throw CommandFailure.badInput("that was not the same twice");
    }
    return secret;
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static String typed(Console console, String question) {
    var typed = console.readPassword("%s ", question);
    return typed == null ? "" : new String(typed).strip();
  }

  private String nextLine() {
    try {
      // Byte by byte: a reader that looks ahead would take the next line along.
      var line = new ByteArrayOutputStream();
      for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
        line.write(next);
      }
      return line.toString(StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the secret from the input", e);
    }
  }
}
