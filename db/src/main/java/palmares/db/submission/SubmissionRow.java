package palmares.db.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submission with the names of what it belongs to.
///
/// @param no its number in the keys of responses
/// @param organiser the team of the benchmark
/// @param systemSpec the specification of the system's version, JSON
/// @param expected examples of the benchmark version
/// @param responses how many there are so far
public record SubmissionRow(
    UUID id,
    long no,
    UUID team,
    String teamName,
    UUID organiser,
    UUID benchmarkVersion,
    String benchmark,
    String version,
    String visible,
    String entryRule,
    String system,
    String kind,
    int systemVersion,
    String systemSpec,
    boolean baseline,
    int expected,
    int responses,
    Instant submittedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant chosenAt) {}
