package palmares.api.job;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;
import palmares.db.job.Job;

/// What came of a worker's asking for a job.
public sealed interface ClaimResult {

  /// @param job as it is now, held by the caller
  /// @param inputs with gold only for evaluation
  /// @param against responses that are compared with, in the stage `pair`
  /// @param done ordinals that an earlier attempt has delivered
  record Claimed(
      Job job,
      UUID token,
      Map<String, String> settings,
      Sha256 inputs,
      @Nullable Sha256 responses,
      @Nullable Sha256 against,
      List<Integer> done,
      @Nullable String trace)
      implements ClaimResult {}

  /// It is not to be had: done, taken, cancelled, or not for this worker.
  record NotClaimable(String reason) implements ClaimResult {}

  /// The same claim once succeeded, and the job has gone to another since.
  record Superseded() implements ClaimResult {}

  record Unknown(String what, UUID id) implements ClaimResult {}
}
