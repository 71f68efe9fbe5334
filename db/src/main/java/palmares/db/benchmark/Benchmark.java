package palmares.db.benchmark;

import java.util.UUID;

/// @param team whose it is
/// @param isPublic whether everyone may see it, or the team alone
public record Benchmark(UUID id, UUID team, String name, boolean isPublic) {}
