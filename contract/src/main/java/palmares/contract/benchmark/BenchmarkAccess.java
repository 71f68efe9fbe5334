package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;

/// Whose a benchmark is and who may see it.
///
/// @param team that owns it; its members see everything of it, gold included
/// @param visibility `public`, or `team` for its members alone: everyone else finds no such
///   benchmark, nor its leaderboards
@Serdeable
public record BenchmarkAccess(String team, String visibility) {}
