package palmares.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A reader at a terminal: a folder of their own, a home, and a shell that remembers its variables
/// and where it is from one snippet to the next.
final class Terminal implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern ADDRESS = Pattern.compile("ready (?:in .* )?at (http://[^\\s,]+)");
  private static final Pattern READY = Pattern.compile("(?m)^(\\S+ )*(ready|started:)( |$)");
  private static final Pattern SECRET = Pattern.compile("one-time secret (\\S+)");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Path work;
  private final Map<String, String> places;
  private final Deque<Process> running = new ArrayDeque<>();
  private int snippets;

  /// @param folder that is the reader's own
  /// @param program the command `palmares`
  /// @param places what the page says of where things are, such as a port, by where they are here
  Terminal(Path folder, Path program, Map<String, String> places) throws IOException {
    this.folder = folder;
    this.places = Map.copyOf(places);
    this.work = Files.createDirectories(folder.resolve("work"));
    Files.createDirectories(home());
    var commands = Files.createDirectories(folder.resolve("bin"));
    install(program, commands);
    install(program, work);
    Files.writeString(folder.resolve("here"), work + "\n");
    Files.writeString(folder.resolve("state"), "");
    export("HOME", home().toString());
    export("PATH", commands + ":" + System.getenv("PATH"));
    typing("");
  }

  /// A script and no link, so that nothing points out of a folder that is deleted in the end.
  private static void install(Path program, Path into) throws IOException {
    var script = into.resolve("palmares");
    Files.writeString(script, "#!/usr/bin/env bash\nexec '%s' \"$@\"\n".formatted(program));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Path home() {
    return folder.resolve("home");
  }

  /// What the reader types where a secret is asked for, from now on.
  void typing(String line) throws IOException {
    Files.writeString(folder.resolve("typed"), line + "\n");
  }

  /// Sets a variable for the snippets that follow.
  void export(String name, String value) throws IOException {
    Files.writeString(
        folder.resolve("state"),
        "export %s='%s'\n".formatted(name, value),
        StandardOpenOption.APPEND);
  }

  /// Does with a snippet what its words say, and fails where that fails.
  void follow(Snippet written) throws IOException, InterruptedException {
    var snippet = written.at(places);
    var file = snippet.file();
    var lineOf = snippet.lineOf();
    if (file != null) {
      write(file, snippet.content());
    } else if (lineOf != null) {
      write(lineOf, JSON.readTree(snippet.content()) + "\n", StandardOpenOption.APPEND);
    } else if (snippet.stays()) {
      stay(snippet);
    } else {
      assertThat(snippet.language()).as(snippet.place()).isEqualTo("sh");
      run(snippet.place(), snippet.content(), snippet.exitCode());
    }
  }

  private void write(String file, String content, StandardOpenOption... more) throws IOException {
    var target = here().resolve(file);
    Files.createDirectories(target.getParent());
    if (more.length > 0 && Files.exists(target)) {
      Files.writeString(target, content, more);
    } else {
      Files.writeString(target, content);
    }
  }

  /// Where the shell is.
  private Path here() throws IOException {
    return Path.of(Files.readString(folder.resolve("here")).strip());
  }

  /// Runs a script to its end.
  void run(String place, String script, int expected) throws IOException, InterruptedException {
    var output = folder.resolve("output-" + ++snippets);
    var remember = "trap 'export -p >%1$s/state; pwd >%1$s/here' EXIT\n".formatted(folder);
    var code =
        start(remember + "set -eu\n" + script, output)
            .onExit()
            .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
            .join()
            .exitValue();
    assertThat(code).as("%s\n%s\n%s", place, script, Files.readString(output)).isEqualTo(expected);
  }

  /// Runs what says that it is ready, and has the reader know what it prints: its address, and the
  /// first secret if there is one.
  private void stay(Snippet snippet) throws IOException {
    var output = folder.resolve("output-" + ++snippets);
    var process = start(snippet.content(), output);
    running.push(process);
    await(snippet.place())
        .atMost(PATIENCE)
        .until(() -> !process.isAlive() || READY.matcher(Files.readString(output)).find());
    var printed = Files.readString(output);
    assertThat(process.isAlive()).as("%s\n%s", snippet.place(), printed).isTrue();
    var address = ADDRESS.matcher(printed);
    // A page that says which ports it uses says where its commands look.
    if (places.isEmpty() && address.find()) {
      export("PALMARES_API", address.group(1));
    }
    var secret = SECRET.matcher(printed);
    if (secret.find()) {
      typing(secret.group(1));
    }
  }

  private Process start(String script, Path output) throws IOException {
    var builder =
        new ProcessBuilder(
                "bash", "-c", ". %1$s/state\ncd $(cat %1$s/here)\n%2$s".formatted(folder, script))
            .redirectInput(folder.resolve("typed").toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    var variables = builder.environment();
    variables.keySet().removeIf(name -> name.startsWith("PALMARES_") || name.startsWith("XDG_"));
    // What is there is what is documented: the command must not build.
    variables.put("PALMARES_BUILDING", "yes");
    variables.put("OMP_NUM_THREADS", "1");
    var process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    return process;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      var process = running.pop();
      var children = process.descendants().toList();
      end(process);
      children.forEach(child -> child.onExit().orTimeout(20, TimeUnit.SECONDS).join());
    }
  }
}
