package palmares.db.leaderboard;

import java.time.Instant;
import java.util.UUID;
import palmares.db.Sha256;

/// An immutable ranking with what it was made from.
///
/// @param document canonical JSON; holds ids, never names
/// @param digest of the document
/// @param provenance JSON that names every run the document was made from
public record Snapshot(
    UUID id,
    UUID leaderboardId,
    long revision,
    String document,
    Sha256 digest,
    String provenance,
    Instant createdAt) {}
