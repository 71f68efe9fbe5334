package palmares.contract.operation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records of the operator's view.
public final class Operation {

  private Operation() {}

  /// @param state live, paused, draining, quarantined or gone
  /// @param reason why it is quarantined; absent in every other state
  @Serdeable
  public record WorkerStatus(
      String id,
      String name,
      String pool,
      String state,
      Instant since,
      Instant lastSeen,
      int slots,
      int busy,
      List<String> capabilities,
      List<String> offers,
      @Nullable String reason) {}

  /// A job in the hands of a worker.
  ///
  /// @param number from 1 for the first attempt at the job
  /// @param outcome done, failed, released, lost or cancelled; absent while the worker holds it
  /// @param next the attempt at the same job that followed; absent if none did
  @Serdeable
  public record WorkerAttempt(
      String job,
      String stage,
      String offer,
      int number,
      Instant claimedAt,
      @Nullable Instant endedAt,
      @Nullable String outcome,
      @Nullable NextAttempt next) {}

  /// @param worker its name
  /// @param outcome as of the attempt before
  @Serdeable
  public record NextAttempt(String worker, Instant claimedAt, @Nullable String outcome) {}

  /// @param reason for other operators to read, 1 to [#LONGEST_REASON] characters
  @Serdeable
  public record Quarantine(String reason) {

    public static final int LONGEST_REASON = 500;
  }

  /// Jobs of one kind that have not ended, and who could do them.
  ///
  /// @param offer `id@version` of what they need, on a worker with `capability`
  /// @param waiting for a worker, of which `delayed` wait for a later attempt
  /// @param working taken by a worker, or on the way to one
  /// @param since when the job that has been there longest was made
  /// @param workers live ones that could do them, with `slots` together, of which `busy` are taken
  /// @param noWorkerSince since when there is none; absent while there is one, or where there never
  ///   was any
  @Serdeable
  public record QueueStatus(
      String capability,
      String offer,
      int waiting,
      int delayed,
      int working,
      Instant since,
      int workers,
      int slots,
      int busy,
      @Nullable Instant noWorkerSince) {}

  /// A job that was given up, of a run that nobody has tried again.
  ///
  /// @param failureClass whose fault it was: candidate, evaluator, transient or worker
  @Serdeable
  public record FailedJob(
      String id,
      String submission,
      String team,
      String system,
      String benchmark,
      String version,
      String stage,
      String offer,
      String failureClass,
      String reason,
      int attempts,
      Instant at) {}

  /// @param checks violations by the name of the check; all zero is healthy
  @Serdeable
  public record Doctor(boolean healthy, Map<String, Long> checks, List<String> details) {}

  @Serdeable
  public record Health(String status, String version, Map<String, String> parts) {}
}
