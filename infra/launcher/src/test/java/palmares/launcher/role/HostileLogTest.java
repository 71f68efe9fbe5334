package palmares.launcher.role;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.contract.testing.HostileText;
import palmares.contract.testing.Sink;

/// Invariant 26 for the log: a message may quote what somebody sent, and so may the message of an
/// exception.
class HostileLogTest {

  private static final List<String> FILES =
      List.of(
          "/palmares/launcher/logback-role.xml",
          "/palmares/launcher/logback-platform.xml",
          "/logback.xml");

  @TempDir Path folder;

  @Test
  void oneEventStaysOneEventAndSteersNothing() throws Exception {
    for (var file : FILES) {
      var context = new LoggerContext();
      context.putProperty("palmares.log.file", folder.resolve("palmares.log").toString());
      var reader = new JoranConfigurator();
      reader.setContext(context);
      reader.doConfigure(getClass().getResource(file));
      for (var appender : appenders(context)) {
        new Sink("log of " + file + ", " + appender.getName())
            .survives(HostileText.all(), text -> look(context, appender, text.text()));
      }
      context.stop();
    }
  }

  private static void look(
      LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, String text) {
    var failure = new IllegalStateException(text, new IllegalArgumentException("because " + text));
    var logger = context.getLogger("palmares.Test");
    var event = new LoggingEvent("", logger, Level.ERROR, "said {}", failure, new Object[] {text});
    event.setMDCPropertyMap(Map.of());

    var written = new String(appender.getEncoder().encode(event), UTF_8);

    assertThat(HostileText.steers(written.replace("\t", ""))).as(written).isFalse();
    // A line of ours begins with its time or level; those of an exception do not.
    assertThat(written.lines().skip(1))
        .allMatch(line -> line.startsWith("\t") || line.startsWith("Caused by: ") || own(line));
  }

  private static boolean own(String line) {
    return line.startsWith("java.lang.IllegalStateException: ");
  }

  @SuppressWarnings("unchecked")
  private static List<OutputStreamAppender<ILoggingEvent>> appenders(LoggerContext context) {
    var all = context.getLogger("ROOT").iteratorForAppenders();
    return Stream.iterate(all, next -> next.hasNext(), next -> next)
        .map(next -> (OutputStreamAppender<ILoggingEvent>) next.next())
        .toList();
  }
}
