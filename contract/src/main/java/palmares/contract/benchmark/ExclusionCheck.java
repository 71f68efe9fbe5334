package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What leaving something out would concern; nothing is left out by asking.
///
/// @param subject as it would be kept
/// @param submissions whose run has ended and that may lose evidence: one for a submission or run,
///   all of the version for an example or rater
/// @param leaderboards titles of those that would be built anew where they show it
@Serdeable
public record ExclusionCheck(
    String kind, String subject, int submissions, List<String> leaderboards) {

  public ExclusionCheck {
    leaderboards = List.copyOf(leaderboards);
  }
}
