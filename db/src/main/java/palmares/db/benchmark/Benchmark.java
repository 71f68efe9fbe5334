package palmares.db.benchmark;

import java.util.UUID;

/// @param team whose it is
public record Benchmark(UUID id, UUID team, String name) {}
