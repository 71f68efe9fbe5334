package palmares.db.system;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of a system on the newest snapshot of a leaderboard.
///
/// @param rankLow and `rankHigh`: absent while it is unranked
public record SystemStanding(
    UUID leaderboard,
    String title,
    String benchmark,
    String version,
    @Nullable Integer rankLow,
    @Nullable Integer rankHigh) {}
