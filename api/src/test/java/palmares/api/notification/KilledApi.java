package palmares.api.notification;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import palmares.api.RunningApi;
import palmares.api.SmallApi;

/// Another api on the same database in a process of its own, to be killed without a warning.
record KilledApi(Process process) {

  static KilledApi start(RunningApi first, Map<String, Object> more) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SmallApi.class.getName()));
    var settings = new HashMap<>(first.settings());
    settings.putAll(more);
    settings.forEach((name, value) -> command.add(name + "=" + value));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready at ")) {
        return new KilledApi(process);
      }
    }
    throw new IOException("another api did not start");
  }

  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
