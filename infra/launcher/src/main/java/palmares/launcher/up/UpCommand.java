package palmares.launcher.up;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import palmares.launcher.embedded.DataDirectory;
import palmares.launcher.embedded.DataDirectory.InUseException;
import palmares.launcher.embedded.FreePort;
import palmares.launcher.role.SignInSettings;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Logging;
import palmares.launcher.terminal.StopSignal;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    description = {
      "Run the platform on this machine: database, broker, api, one worker and the pages.",
      "The data outlives a stop and a kill. Nothing but loopback can reach it."
    })
public final class UpCommand implements Callable<Integer> {

  private static final int DEFAULT_PORT = 8080;

  private final Surroundings surroundings;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "where everything is kept; ~/.local/share/palmares if not given")
  private @Nullable Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "of the pages; 8080, or a free one, if not given")
  private @Nullable Integer port;

  public UpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var begun = System.nanoTime();
    try (var folder = DataDirectory.open(data != null ? data : surroundings.dataHome())) {
      Logging.toFile(folder.folder().resolve("palmares.log"));
      var options =
          PlatformOptions.of(folder, webPort())
              .withSignIn(SignInSettings.ofEnvironment(surroundings));
      surroundings.say("Palmares on " + folder.folder());
      var stop = StopSignal.listen();
      try (var platform = start(folder.folder(), options)) {
        surroundings.say(
            "ready in %.1f s at %s, log in %s (Ctrl-C stops it)"
                .formatted(
                    seconds(Duration.ofNanos(System.nanoTime() - begun)),
                    platform.address(),
                    folder.folder().resolve("palmares.log")));
        if (platform.address().getPort() != DEFAULT_PORT) {
          surroundings.say(
              "commands look at port %d if they are not told: export PALMARES_API=%s"
                  .formatted(DEFAULT_PORT, platform.address()));
        }
        stop.await();
        surroundings.say("stopping");
      }
    } catch (InUseException e) {
      throw CommandFailure.refused(String.valueOf(e.getMessage()));
    }
    return ExitCode.DONE;
  }

  /// What the platform found and cannot work with is said in one line.
  private Platform start(Path folder, PlatformOptions options) {
    try {
      return Platform.start(options, progress());
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IllegalArgumentException) {
          throw CommandFailure.badInput(
              "the platform on %s cannot start: %s".formatted(folder, cause.getMessage()), e);
        }
      }
      throw e;
    }
  }

  private int webPort() {
    var asked = port != null ? port : DEFAULT_PORT;
    var free = FreePort.near(asked);
    if (port != null && free != port) {
      throw CommandFailure.badInput("port " + port + " is taken; choose another one with --port");
    }
    return free;
  }

  private PlatformListener progress() {
    return new PlatformListener() {
      @Override
      public void ready(Part part, Duration took) {
        surroundings.say("  %-10s %4.1f s".formatted(part.word(), seconds(took)));
      }

      @Override
      public void oneTimeSecret(String secret) {
        surroundings.say("first sign-in: account admin, one-time secret " + secret);
        surroundings.say("  in another terminal: " + surroundings.called() + " sign-in admin");
      }
    };
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
