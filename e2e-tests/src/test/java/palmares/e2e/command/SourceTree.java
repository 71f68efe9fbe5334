package palmares.e2e.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A small source tree with the real scripts, a `mvnw` that only notes that it was called, and a
/// JDK whose `java` only says how it was called.
record SourceTree(Path root) {
  private static final Path REPOSITORY = Path.of(System.getProperty("palmares.root"));

  static SourceTree in(Path folder) throws IOException {
    var tree = new SourceTree(Files.createDirectories(folder.resolve("a tree")));
    for (var script : List.of("palmares", ".ci/run", ".ci/allowed-skips")) {
      var copy = tree.file(script);
      Files.createDirectories(copy.getParent());
      Files.copy(REPOSITORY.resolve(script), copy);
    }
    tree.write("scoring/pom.xml", "<project/>");
    tree.write("scoring/src/main/java/A.java", "class A {}");
    tree.write("scoring/src/test/java/ATest.java", "class ATest {}");
    tree.maven("mkdir -p infra/launcher/target; : > infra/launcher/target/palmares.jar");
    tree.jdk("jdk", "99.0.1");
    return tree;
  }

  /// What Maven does, as shell; each call is one line of the file `calls`.
  void maven(String work) throws IOException {
    executable("mvnw", "echo \"$*\" >> calls\n" + work + "\n");
  }

  void jdk(String name, String version) throws IOException {
    write(name + "/release", "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
    executable(name + "/bin/javac", "");
    executable(
        name + "/bin/java",
        "echo \"called as ${PALMARES_CALLED:-palmares}\"\necho \""
            + name
            + " in $PWD:\"; for word in \"$@\"; do echo \"$word\"; done\n");
  }

  Path file(String name) {
    return root.resolve(name);
  }

  void write(String name, String text) throws IOException {
    Files.createDirectories(file(name).getParent());
    Files.writeString(file(name), text);
  }

  List<String> calls() throws IOException {
    return Files.exists(file("calls")) ? Files.readAllLines(file("calls")) : List.of();
  }

  Process start(Path folder, Map<String, String> environment, String... command)
      throws IOException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().remove("PALMARES_BUILDING");
    builder.environment().put("JAVA_HOME", file("jdk").toString());
    builder.environment().putAll(environment);
    return builder.start();
  }

  Outcome run(String... arguments) throws Exception {
    var command = new ArrayList<>(List.of(file("palmares").toString()));
    command.addAll(List.of(arguments));
    return Outcome.of(start(root, Map.of(), command.toArray(String[]::new)));
  }

  void executable(String name, String text) throws IOException {
    write(name, "#!/bin/sh\n" + text);
    file(name).toFile().setExecutable(true);
  }

  /// How a command ended and what it said.
  record Outcome(int status, String output) {
    static Outcome of(Process process) throws Exception {
      var output = new String(process.getInputStream().readAllBytes());
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("still running after 30 s, said: " + output);
      }
      return new Outcome(process.exitValue(), output);
    }
  }
}
