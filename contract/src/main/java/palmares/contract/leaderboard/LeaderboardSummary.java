package palmares.contract.leaderboard;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A leaderboard in a list.
///
/// @param snapshot the newest snapshot's id; absent until the first run has ended
@Serdeable
public record LeaderboardSummary(
    String id,
    String name,
    String title,
    String benchmark,
    String version,
    String method,
    @Nullable String snapshot,
    @Nullable Instant builtAt) {}
