package road;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The heap of the web role.
record WebHeap(ProcessHandle process) {

  static WebHeap running() {
    return new WebHeap(
        ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().commandLine().orElse("").endsWith("palmares.jar web"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the web role does not run")));
  }

  /// What a full collection leaves, in bytes: the last line of the class histogram.
  long live() throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(process.pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    var lines =
        new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    if (command.waitFor() != 0) {
      throw new IOException("jcmd failed: " + lines);
    }
    return Long.parseLong(lines.getLast().strip().split("\\s+")[2]);
  }
}
