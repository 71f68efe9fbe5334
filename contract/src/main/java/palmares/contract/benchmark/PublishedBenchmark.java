package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;

/// The answer to `POST /benchmarks?check=true|false`.
///
/// @param created false for a dry run, and for a push of exactly what is there already
@Serdeable
public record PublishedBenchmark(
    String name, String version, String digest, int examples, boolean created) {}
