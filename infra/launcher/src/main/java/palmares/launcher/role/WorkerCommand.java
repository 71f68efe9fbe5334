package palmares.launcher.role;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import palmares.launcher.terminal.ExitCode;
import palmares.launcher.terminal.Logging;
import palmares.launcher.terminal.StopSignal;
import palmares.launcher.terminal.Surroundings;
import palmares.worker.Secret;
import palmares.worker.WorkerConfig;
import palmares.worker.WorkerConfig.Embedding;
import palmares.worker.WorkerRole;
import palmares.worker.intake.Broker;
import palmares.worker.job.Costs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "worker",
    description = "Run a worker: takes jobs from the broker and hands results back to the api.")
final class WorkerCommand implements Callable<Integer> {

  private final Surroundings surroundings;

  @Mixin private final RoleOptions options = new RoleOptions();

  WorkerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() throws InterruptedException {
    var settings = options.read("worker", Settings.OF_WORKER, surroundings);
    Logging.toOutput();
    var stop = StopSignal.listen();
    endWith(settings.text(Settings.PARENT), stop);
    var config = RoleStart.of("worker", () -> config(settings));
    try (var worker = RoleStart.of("worker", () -> new WorkerRole(config))) {
      worker.start();
      surroundings.say(
          "worker %s started: %d slots, api %s, broker %s"
              .formatted(config.name(), config.slots(), config.api(), config.broker().address()));
      Thread.ofVirtual()
          .start(() -> {
            try {
              worker.awaitStopped();
              stop.now();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      stop.await();
      surroundings.say("worker %s stopping".formatted(config.name()));
    }
    return ExitCode.DONE;
  }

  private static void endWith(String parent, StopSignal stop) {
    if (!parent.isEmpty()) {
      ProcessHandle.of(Long.parseLong(parent)).ifPresentOrElse(stop::whenEnds, stop::now);
    }
  }

  private WorkerConfig config(RoleSettings settings) {
    var name = settings.text(Settings.NAME);
    var cache = settings.text(Settings.CACHE);
    return new WorkerConfig(
        settings.address(Settings.API),
        new Secret(settings.text(Settings.TOKEN)),
        new Broker(
            settings.address(Settings.BROKER_ADDRESS),
            settings.text(Settings.BROKER_USER),
            settings.text(Settings.BROKER_PASSWORD)),
        name.isEmpty() ? "worker-" + host() : name,
        settings.wholeNumber(Settings.SLOTS),
        settings.words(Settings.CAPABILITIES),
        Costs.parse(settings.words(Settings.COSTS)),
        cache.isEmpty() ? defaultCache() : Path.of(cache),
        settings.bytes(Settings.CACHE_BYTES),
        new Embedding(settings.wholeNumber(Settings.THREADS), Embedding.DEFAULT_TOKEN_BUDGET),
        settings.duration(Settings.GRACE));
  }

  /// The same each time, so that the platform knows the worker again.
  private String host() {
    var named = surroundings.variable("HOSTNAME");
    if (named != null && !named.isBlank()) {
      return named.strip();
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unnamed";
    }
  }

  private Path defaultCache() {
    var configured = surroundings.variable("XDG_CACHE_HOME");
    var folder = configured == null ? surroundings.home().resolve(".cache") : Path.of(configured);
    return folder.resolve("palmares");
  }
}
