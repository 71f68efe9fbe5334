package palmares.launcher.up;

import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import palmares.api.ApiRole;
import palmares.launcher.embedded.BrokerAccount;
import palmares.worker.WorkerRole;
import palmares.worker.WorkerStatus;

/// All roles in this process, with a database and a broker of their own, on loopback.
public final class Platform implements AutoCloseable {

  /// The pool of the platform's own workers.
  public static final String POOL = "local";

  private final PlatformOptions options;
  private final Addresses addresses;
  private final BrokerAccount workerAccount;
  private final RunningParts parts;
  private final ApiRole api;
  private final WorkerRole worker;

  Platform(
      PlatformOptions options,
      Addresses addresses,
      BrokerAccount workerAccount,
      RunningParts parts,
      ApiRole api,
      WorkerRole worker) {
    this.options = options;
    this.addresses = addresses;
    this.workerAccount = workerAccount;
    this.parts = parts;
    this.api = api;
    this.worker = worker;
  }

  /// Starts everything and returns when it can be used. If something fails, what has started is
  /// stopped again.
  public static Platform start(PlatformOptions options, PlatformListener listener) {
    return new PlatformStart(options, listener).start();
  }

  /// The public origin: pages, and the api under `/api`.
  public URI address() {
    return addresses.web();
  }

  /// The api itself, behind the public origin.
  public URI api() {
    return addresses.api();
  }

  /// How its own worker is doing.
  public WorkerStatus worker() {
    return worker.status();
  }

  /// Gives the account `admin` a new one-time secret, as long as it has no password of its own.
  public void newOneTimeSecret(Consumer<String> show) {
    api.newOneTimeSecret(show);
  }

  /// What the command `worker` has to be told to work for this platform, with a token of its own.
  ///
  /// @param name of the worker, as people see it
  public Map<String, String> environmentOfWorker(String name) {
    return Map.of(
        "PALMARES_API", addresses.api().toString(),
        "PALMARES_TOKEN", api.workerToken(name, POOL),
        "PALMARES_BROKER_ADDRESS", addresses.broker().toString(),
        "PALMARES_BROKER_USER", workerAccount.user(),
        "PALMARES_BROKER_PASSWORD", workerAccount.password(),
        "PALMARES_NAME", name,
        "PALMARES_SLOTS", Integer.toString(options.slots()),
        "PALMARES_CACHE", options.data().cache().resolve(name).toString(),
        "PALMARES_THREADS", Integer.toString(options.embeddingThreads()));
  }

  /// Stops the parts in order, so that nothing is asked of what is gone; jobs at hand are given
  /// back.
  @Override
  public void close() {
    parts.close();
  }
}
