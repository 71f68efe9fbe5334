package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// A benchmark in a list, with its newest published version.
///
/// @param categories by name
@Serdeable
public record BenchmarkSummary(
    String name,
    String title,
    String description,
    String version,
    int examples,
    int submissions,
    List<String> categories) {}
