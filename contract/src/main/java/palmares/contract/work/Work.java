package palmares.contract.work;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records of the worker's side of a job. Durations are in milliseconds and counted by the
/// receiver's monotonic clock; only the database's clock decides.
public final class Work {

  /// Characters of the longest response that is evaluated. A longer one is the candidate's gap, of
  /// the cause `OVER_LONG`: what an evaluator needs for it would be the end of a small worker.
  public static final int LONGEST_EVALUATED = 256 * 1024;

  private Work() {}

  /// @param capabilities lanes it can serve, such as `cpu`; each is a queue
  /// @param offers what it can do: evaluators and built-in systems
  /// @param slots jobs it works on at a time
  @Serdeable
  public record Registration(
      String name, List<String> capabilities, List<Offer> offers, int slots) {}

  /// @param kind metric, pairwise-judge, reward-model or built-in
  /// @param floor and `ceiling`: the range of a metric
  /// @param costPerExample what an example costs, or a pair in both orders; absent if the operator
  ///   has not said
  @Serdeable
  public record Offer(
      String id,
      int version,
      String kind,
      @Nullable Double floor,
      @Nullable Double ceiling,
      String summary,
      @Nullable Cost costPerExample) {

    public String key() {
      return id + "@" + version;
    }
  }

  /// @param micros millionths of the platform's currency
  @Serdeable
  public record Cost(long micros, long tokens) {}

  /// @param worker its id from now on, until it stops
  @Serdeable
  public record Registered(String worker, long heartbeatMillis, long leaseMillis) {}

  /// @param leases jobs it holds, to be renewed
  @Serdeable
  public record Heartbeat(List<Lease> leases, int busy, boolean draining) {}

  @Serdeable
  public record Lease(String job, String token) {}

  /// @param abandon jobs to stop at once: cancelled, or given to another worker
  /// @param state live; quarantined or paused, which get no jobs; or draining, which is to finish
  ///   what it has and to leave
  @Serdeable
  public record HeartbeatAnswer(List<String> abandon, long leaseMillis, String state) {}

  /// @param claim made by the worker, so that a repeat is answered as the first
  @Serdeable
  public record ClaimRequest(String worker, String claim) {}

  /// What a worker needs to do a job, and nothing more: `generate` never carries gold.
  ///
  /// @param stage generate, score, pair or reward
  /// @param offer `id@version` of the evaluator or built-in system
  /// @param inputs sha-256 of the document with the examples: [InputLine] for generate, [GoldLine]
  ///   for evaluation
  /// @param responses sha-256 of the document of [GivenLine]; absent for generate
  /// @param against sha-256 of the same of the other side, in the stage `pair`: the responses above
  ///   are the left ones, these the right ones
  /// @param done ordinals that an earlier attempt has already delivered
  @Serdeable
  public record Claim(
      String job,
      String run,
      String token,
      int attempt,
      long leaseMillis,
      String stage,
      String offer,
      Map<String, String> settings,
      int firstOrdinal,
      int lastOrdinal,
      String inputs,
      @Nullable String responses,
      @Nullable String against,
      List<Integer> done,
      @Nullable String traceparent) {}

  /// A line of an inputs document.
  @Serdeable
  public record InputLine(
      int ordinal,
      String id,
      List<palmares.contract.benchmark.ExampleLine.MessageLine> messages,
      List<String> tags) {}

  /// A line of an inputs document for evaluation: the same with gold.
  @Serdeable
  public record GoldLine(
      int ordinal,
      String id,
      List<palmares.contract.benchmark.ExampleLine.MessageLine> messages,
      List<String> tags,
      List<String> references,
      List<CheckLine> checklist) {}

  /// One rule, as an organiser writes it in `examples.jsonl`: a name and exactly one of the rules.
  @Serdeable
  public record CheckLine(
      String name,
      @Nullable String contains,
      @Nullable List<String> containsAny,
      @Nullable List<String> containsNone,
      @Nullable String matches,
      @Nullable Integer minChars,
      @Nullable Integer maxChars,
      @Nullable Integer maxSentences,
      @Nullable Double weight) {}

  /// A line of a responses document. An example without a line has no response.
  @Serdeable
  public record GivenLine(int ordinal, int sample, String text) {}

  /// A result of the stage `generate`.
  @Serdeable
  public record ResponseResult(
      int ordinal, int sample, String text, @Nullable Double latencyMillis) {}

  /// A result of the stages `score` and `reward`: a value, or the candidate's cause for having
  /// none.
  @Serdeable
  public record ScoreResult(
      int ordinal,
      int sample,
      @Nullable Double value,
      @Nullable String cause,
      @Nullable Map<String, Double> aspects) {}

  /// A result of the stage `pair`: what was said of a pair in one shown order. A job gives one in
  /// each order for each ordinal.
  ///
  /// @param leftShown 1 if the left one was shown first, else 2
  /// @param probability that the left one wins; absent if the judge abstained
  /// @param cause why it abstained
  @Serdeable
  public record PreferenceResult(
      int ordinal,
      int leftShown,
      @Nullable Double probability,
      @Nullable String cause,
      @Nullable String label) {}

  /// @param digest sha-256 over the job's results in order, hex; the same token with the same
  ///   digest is answered as the first time
  /// @param results how many the worker has sent; whether all are there, the api counts itself
  @Serdeable
  public record Completion(String token, String digest, int results) {}

  /// @param failureClass candidate, evaluator, transient or worker
  @Serdeable
  public record Failure(
      String token, String failureClass, String reason, @Nullable Long retryAfterMillis) {}

  @Serdeable
  public record Release(String token) {}
}
