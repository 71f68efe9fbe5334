package palmares.launcher.terminal;

import java.nio.file.Path;
import java.util.logging.LogManager;
import org.slf4j.LoggerFactory;

/// Where log lines go. It has to be said before the first of them is written.
public final class Logging {

  private Logging() {}

  /// For a role of its own: INFO and worse on the output, as containers and service managers want
  /// it.
  public static void toOutput() {
    use("logback-role.xml");
  }

  /// For all roles in one process with a person at the terminal: everything from INFO into a file,
  /// errors also to the terminal.
  public static void toFile(Path file) {
    System.setProperty("palmares.log.file", file.toString());
    use("logback-platform.xml");
  }

  private static void use(String configuration) {
    // Lucene tells the console there how it could be faster.
    LogManager.getLogManager().reset();
    System.setProperty("logback.configurationFile", "palmares/launcher/" + configuration);
    // Now, on one thread: what several threads log while it begins would be told apart.
    LoggerFactory.getILoggerFactory();
  }
}
