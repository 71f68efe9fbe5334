package palmares.db.job;

import java.time.Instant;
import java.util.UUID;

/// A job that was given up, of a run that stands.
///
/// @param system name of the system that was evaluated
public record FailedJob(
    UUID id,
    UUID submission,
    String team,
    String system,
    String benchmark,
    String version,
    String stage,
    String offer,
    FailureClass failureClass,
    String reason,
    int attempts,
    Instant at) {}
