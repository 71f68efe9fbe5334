package palmares.db.benchmark;

/// A benchmark in a list, with its newest version.
public record BenchmarkListing(BenchmarkVersion newest, int submissions) {}
