package palmares.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A second api on the same database, in a process of its own with a small heap: it ends where it
/// runs out of memory.
public final class SmallApi implements AutoCloseable {

  private static final String READY = "ready at ";

  private final Process process;
  private final URI address;

  private SmallApi(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /// @param heap such as `64m`
  public static SmallApi start(RunningApi first, String heap) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:MaxDirectMemorySize=" + heap,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                SmallApi.class.getName()));
    first.settings().forEach((name, value) -> command.add(name + "=" + value));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(READY)) {
        return new SmallApi(process, URI.create(line.substring(READY.length())));
      }
    }
    throw new IOException("an api with a heap of " + heap + " did not start");
  }

  public URI address() {
    return address;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  /// Serves until its input ends.
  public static void main(String[] settings) throws IOException {
    Map<String, Object> all = new HashMap<>();
    for (var setting : settings) {
      var at = setting.indexOf('=');
      all.put(setting.substring(0, at), setting.substring(at + 1));
    }
    try (var api = ApiRole.start(all, secret -> {})) {
      System.out.println(READY + api.address());
      System.in.read();
    }
  }
}
