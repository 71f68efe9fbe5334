package palmares.launcher.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import palmares.contract.leaderboard.Verification;
import palmares.launcher.Palmares;
import palmares.launcher.client.ApiConnection;
import palmares.launcher.client.ApiJson;
import palmares.launcher.client.ApiOptions;
import palmares.launcher.embedded.DataDirectory;
import palmares.launcher.embedded.DataDirectory.InUseException;
import palmares.launcher.embedded.FreePort;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Logging;
import palmares.launcher.terminal.StopSignal;
import palmares.launcher.terminal.Surroundings;
import palmares.launcher.up.Part;
import palmares.launcher.up.Platform;
import palmares.launcher.up.PlatformListener;
import palmares.launcher.up.PlatformOptions;
import palmares.launcher.up.WorkerProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "demo",
    description = {
      "Run thirteen real systems on a sample benchmark and print three leaderboards.",
      "Starts a platform of its own that is gone afterwards, or uses the one that --api names."
    })
public final class DemoCommand implements Callable<Integer> {

  private static final int DEFAULT_PORT = 8080;

  /// Shorter than a deployment's, so that the crash does not hold up the demo.
  private static final Duration LEASE = Duration.ofSeconds(4);

  private final Surroundings surroundings;

  @Mixin private final ApiOptions api;

  @Option(names = "--exit", description = "end when everything is printed; otherwise keep serving")
  private boolean exit;

  @Option(names = "--json", description = "print what came of it as JSON, and end")
  private boolean json;

  @Option(names = "--all", description = "print every row of the leaderboards")
  private boolean all;

  private Telling telling;

  public DemoCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.api = new ApiOptions(surroundings);
    this.telling = new Telling(surroundings, false);
  }

  @Override
  public Integer call() throws InterruptedException {
    telling = new Telling(surroundings, json);
    say("Palmares " + Palmares.VERSION);
    var work = temporaryFolder();
    try {
      return api.isGiven() ? onGivenPlatform(work) : onOwnPlatform(work);
    } finally {
      delete(work);
    }
  }

  private int onGivenPlatform(Path work) {
    var connection = api.connect();
    var outcome = new Demo(connection, Optional.empty(), this::say, this::progress).play(work);
    print(outcome);
    say("Page  " + connection.api() + "      API docs " + connection.api() + "/docs");
    return outcome.isSound() ? ExitCode.DONE : ExitCode.INCOMPLETE;
  }

  private int onOwnPlatform(Path work) throws InterruptedException {
    var begun = System.nanoTime();
    var secret = new AtomicReference<>("");
    try (var folder = DataDirectory.open(work.resolve("data"))) {
      Logging.toFile(work.resolve("palmares.log"));
      var options = PlatformOptions.of(folder, FreePort.near(DEFAULT_PORT)).withLease(LEASE);
      var stop = StopSignal.listen();
      try (var platform = Platform.start(options, listener(secret));
          var second = WorkerProcess.start(platform, "worker-2", work.resolve("worker-2.log"))) {
        say(
            line(
                "PostgreSQL, broker, api, web and 2 workers: up in %.0f s",
                Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3));
        var connection = ApiConnection.signIn(platform.address(), "admin", secret.get());
        var outcome =
            new Demo(connection, Optional.of(killable(second)), this::say, this::progress)
                .play(work);
        print(outcome);
        farewell(platform);
        if (!exit && !json) {
          stop.await();
          say("stopping");
        }
        return outcome.isSound() ? ExitCode.DONE : ExitCode.INCOMPLETE;
      }
    } catch (InUseException e) {
      throw CommandFailure.refused(String.valueOf(e.getMessage()));
    }
  }

  private void print(Demo.Outcome outcome) {
    if (json) {
      surroundings.print(ApiJson.pretty(outcome));
      return;
    }
    var text = new BoardText(all);
    text.whoIsBetter(outcome.board("who-is-better")).forEach(this::say);
    text.headToHead(outcome.board("head-to-head"), outcome.board("head-to-head-question"))
        .forEach(this::say);
    text.actOn(outcome.board("act-on"), outcome.board("who-is-better")).forEach(this::say);
    var equal = outcome.verifications().stream().filter(Verification::equal).count();
    say(
        "verify   %d of %d boards recomputed from evidence: %s"
            .formatted(
                equal,
                outcome.verifications().size(),
                equal == outcome.verifications().size() ? "equal" : "NOT EQUAL"));
    outcome.verifications().stream()
        .flatMap(verification -> verification.differences().stream())
        .forEach(this::say);
  }

  private void farewell(Platform platform) {
    platform.newOneTimeSecret(
        secret -> say("Page  %s   sign in: admin / %s".formatted(platform.address(), secret)));
    say("      API docs " + platform.address() + "/docs");
    say("Yours ./palmares benchmark new mine      ./palmares up      ./palmares --help");
  }

  private static SecondWorker killable(WorkerProcess process) {
    return new SecondWorker() {
      @Override
      public String name() {
        return "worker-2";
      }

      @Override
      public boolean isAlive() {
        return process.isAlive();
      }

      @Override
      public void freeze() {
        process.freeze();
      }

      @Override
      public void resume() {
        process.resume();
      }

      @Override
      public void kill() {
        process.kill();
      }
    };
  }

  private PlatformListener listener(AtomicReference<String> secretOfAdmin) {
    return new PlatformListener() {
      @Override
      public void ready(Part part, Duration took) {
        progress(part.word() + " is up");
      }

      @Override
      public void oneTimeSecret(String secret) {
        secretOfAdmin.set(secret);
      }
    };
  }

  private void say(String text) {
    telling.say(text);
  }

  private void progress(String text) {
    telling.progress(text);
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("palmares-demo-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make a temporary folder", e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
