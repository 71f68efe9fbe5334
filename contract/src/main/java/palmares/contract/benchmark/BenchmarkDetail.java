package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of a benchmark as anyone who may see it reads it; never with gold.
///
/// @param digest sha-256 of the canonical specification and examples, hex
/// @param visible what submitters may see for each example: nothing, score, reason or gold
/// @param quotaPerDay submissions a team may make each UTC day; absent means no limit
/// @param quotaLeft what is left of it today for the team that was asked for; absent for anonymous
///   callers
/// @param mayChange whether the caller may change the version: mend it, or leave evidence out
@Serdeable
public record BenchmarkDetail(
    String name,
    String title,
    String description,
    String version,
    List<String> versions,
    String state,
    String digest,
    int examples,
    Map<String, Double> categories,
    List<String> evaluators,
    String mainMetric,
    String entryRule,
    String gaps,
    String visible,
    @Nullable String licence,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    @Nullable Integer quotaPerDay,
    @Nullable Integer quotaLeft,
    List<BoardLink> leaderboards,
    boolean mayChange) {

  @Serdeable
  public record BoardLink(String id, String name, String title) {}
}
