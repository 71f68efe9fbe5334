package palmares.db.job;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// A run about to start.
///
/// @param submission whose responses are made or evaluated; absent for runs that belong to none
/// @param responses the sealed responses document; absent when the stage `generate` is to make it
/// @param priority jobs of a higher one go first within their team
/// @param rescoreOf the ended run whose responses are evaluated again for the organiser: under
///   newer gold, or against whom they did not meet
/// @param trace W3C trace context of what asked for it
public record NewRun(
    UUID id,
    @Nullable UUID submission,
    UUID team,
    RunSpec spec,
    @Nullable Sha256 responses,
    int priority,
    @Nullable UUID retryOf,
    @Nullable UUID rescoreOf,
    @Nullable String trace) {

  /// A run that scores nothing again.
  public NewRun(
      UUID id,
      @Nullable UUID submission,
      UUID team,
      RunSpec spec,
      @Nullable Sha256 responses,
      int priority,
      @Nullable UUID retryOf,
      @Nullable String trace) {
    this(id, submission, team, spec, responses, priority, retryOf, null, trace);
  }

  public NewRun {
    if ((spec.system() == null) == (responses == null)) {
      throw new IllegalArgumentException(
          "run " + id + " needs either a system or responses, and not both");
    }
    if (spec.system() != null && submission == null) {
      throw new IllegalArgumentException(
          "run " + id + " makes responses, so it needs the submission they belong to");
    }
  }
}
