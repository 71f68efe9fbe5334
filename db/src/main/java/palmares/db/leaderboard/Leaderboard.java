package palmares.db.leaderboard;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A leaderboard as it is stored.
///
/// @param definition JSON of what it is made by
/// @param goldRevision the revision of the gold that its rows are scored under
/// @param newestGold the newest that there is
/// @param wantedRevision raised by whatever changes what the board is made from
/// @param builtRevision the wanted revision that the newest build has seen
/// @param problem why the newest build gave no snapshot, in words
public record Leaderboard(
    UUID id,
    UUID benchmarkVersionId,
    String benchmark,
    String version,
    String name,
    String title,
    String definition,
    int goldRevision,
    int newestGold,
    long wantedRevision,
    long builtRevision,
    @Nullable Instant builtAt,
    @Nullable String problem) {}
