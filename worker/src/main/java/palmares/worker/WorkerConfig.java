package palmares.worker;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import palmares.worker.intake.Broker;
import palmares.worker.job.Costs;

/// How a worker is set up.
///
/// @param api origin of the api, such as `http://api:8080`
/// @param token of a worker's kind, which can only register, claim, renew and complete
/// @param name as it is shown to people
/// @param slots jobs worked on at a time
/// @param capabilities lanes it serves, each a queue
/// @param costs what an example costs with what it offers
/// @param cache folder for documents and unpacked models
/// @param cacheBytes of documents to keep there
/// @param grace how long jobs may go on when the worker is asked to stop
public record WorkerConfig(
    URI api,
    Secret token,
    Broker broker,
    String name,
    int slots,
    List<String> capabilities,
    Costs costs,
    Path cache,
    long cacheBytes,
    Embedding embedding,
    Duration grace) {

  public WorkerConfig {
    capabilities = List.copyOf(capabilities);
    if (!"http".equals(api.getScheme()) && !"https".equals(api.getScheme())) {
      throw new IllegalArgumentException(
          "the api's address begins with http:// or https://: " + api);
    }
    if (slots < 1) {
      throw new IllegalArgumentException("a worker needs at least one slot: " + slots);
    }
    if (capabilities.isEmpty()) {
      throw new IllegalArgumentException("a worker needs at least one capability, such as cpu");
    }
    if (cacheBytes < 0) {
      throw new IllegalArgumentException("the cache must be 0 or more bytes: " + cacheBytes);
    }
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace must not be negative: " + grace);
    }
  }

  /// @param threads that run the model; each takes about a core
  /// @param tokenBudget rows times longest row of a batch: on processors padding costs more than
  ///   larger batches save, so small budgets are best
  public record Embedding(int threads, int tokenBudget) {

    public static final int DEFAULT_TOKEN_BUDGET = 512;

    public Embedding {
      if (threads < 1) {
        throw new IllegalArgumentException("embedding needs at least one thread: " + threads);
      }
      if (tokenBudget < 1) {
        throw new IllegalArgumentException(
            "the token budget of a batch must be 1 or more: " + tokenBudget);
      }
    }
  }
}
