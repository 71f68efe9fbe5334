package palmares.db.benchmark;

import java.util.UUID;

/// A leaderboard of a version.
public record BoardName(UUID id, String name, String title) {}
