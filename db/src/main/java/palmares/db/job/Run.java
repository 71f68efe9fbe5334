package palmares.db.job;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// A run as it stands.
///
/// @param no its number in the keys of evidence
/// @param submissionNo the number of its submission in the keys of responses; 0 without one
/// @param rescoreOf the run whose responses it evaluates again for the organiser, if it does
/// @param stage the stage it is in, or ended in
public record Run(
    UUID id,
    long no,
    @Nullable UUID submission,
    long submissionNo,
    UUID team,
    RunSpec spec,
    RunState state,
    Instant since,
    Stage stage,
    int openJobs,
    int priority,
    @Nullable Sha256 responses,
    @Nullable UUID retryOf,
    @Nullable UUID rescoreOf,
    @Nullable String trace) {

  /// Whose timeline its events stand in.
  public UUID subject() {
    return submission == null ? id : submission;
  }
}
