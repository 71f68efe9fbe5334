package palmares.db.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A submission with the names of what it belongs to.
///
/// @param no its number in the keys of responses
/// @param teamName absent in what those see who may not know whose it is
/// @param organiser the team of the benchmark
/// @param systemSpec the specification of the system's version, JSON
/// @param expected examples of the benchmark version
/// @param responses how many there are so far
/// @param anonymousName what everyone but its team and administrators sees in place of the system's
///   name, until that is published; absent from then on
public record SubmissionRow(
    UUID id,
    long no,
    UUID team,
    @Nullable String teamName,
    UUID organiser,
    UUID benchmarkVersion,
    String benchmark,
    String version,
    String visible,
    String entryRule,
    UUID systemId,
    String system,
    @Nullable String anonymousName,
    String kind,
    int systemVersion,
    String systemSpec,
    boolean baseline,
    int expected,
    int responses,
    Instant submittedAt,
    @Nullable Instant withdrawnAt,
    @Nullable Instant chosenAt) {

  private static final String NOTHING = "{}";

  /// What of it those see who may not know whose it is.
  public SubmissionRow seenByOthers() {
    return anonymousName == null
        ? this
        : new SubmissionRow(
            id,
            no,
            team,
            null,
            organiser,
            benchmarkVersion,
            benchmark,
            version,
            visible,
            entryRule,
            systemId,
            anonymousName,
            anonymousName,
            kind,
            systemVersion,
            NOTHING,
            baseline,
            expected,
            responses,
            submittedAt,
            withdrawnAt,
            chosenAt);
  }

  /// Whether this says not whose it is.
  public boolean hidesItsTeam() {
    return teamName == null;
  }
}
