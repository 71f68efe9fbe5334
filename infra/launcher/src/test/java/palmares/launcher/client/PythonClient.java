package palmares.launcher.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/// The client of one Python file, run on the machine's own Python in a folder.
record PythonClient(Path folder) {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  /// @param text what it printed, errors too
  record Printed(int code, String text) {}

  static PythonClient in(Path folder) throws IOException {
    assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
    try (var in = PythonClient.class.getResourceAsStream("/palmares/api/client/palmares.py")) {
      Files.write(
          folder.resolve("palmares.py"), Objects.requireNonNull(in, "palmares.py").readAllBytes());
    }
    return new PythonClient(folder);
  }

  /// @param typed lines on its input
  Printed run(FakePlatform platform, String typed, String... arguments) throws Exception {
    var out = folder.resolve("out");
    var in = Files.writeString(folder.resolve("in"), typed);
    var process =
        new ProcessBuilder(
                Stream.concat(Stream.of(PYTHON.toString(), "palmares.py"), Stream.of(arguments))
                    .toList())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(in.toFile())
            .redirectOutput(out.toFile());
    var environment = process.environment();
    environment.keySet().removeIf(name -> name.startsWith("PALMARES_"));
    environment.put("PALMARES_API", platform.address());
    environment.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    environment.put("PYTHONIOENCODING", "utf-8");
    var code = process.start().waitFor();
    return new Printed(code, new String(Files.readAllBytes(out), UTF_8));
  }
}
