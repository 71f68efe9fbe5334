package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;

/// A benchmark in a list, with its newest published version.
@Serdeable
public record BenchmarkSummary(
    String name, String title, String description, String version, int examples, int submissions) {}
