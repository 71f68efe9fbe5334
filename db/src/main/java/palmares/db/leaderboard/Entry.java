package palmares.db.leaderboard;

import java.util.UUID;

/// A submission whose newest run has ended: what may stand on a board.
///
/// @param complete false when jobs of the run failed, so that evidence is missing by our fault
/// @param chosen whether its owner has chosen it to stand
/// @param systemName resolved when read; snapshots keep the id
public record Entry(
    UUID systemId,
    String systemName,
    UUID submissionId,
    long submissionNo,
    UUID runId,
    long runNo,
    boolean complete,
    boolean chosen) {}
