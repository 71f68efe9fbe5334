package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.problem.Problem.Flaw;

/// A draft with its files and all that is wrong with them.
///
/// @param name and `version`: as far as they can be read
/// @param revision rises by every change
/// @param examplesCount how many there are, where nothing is wrong
/// @param flaws what keeps it from being published, at most 100
@Serdeable
public record DraftDetail(
    String id,
    @Nullable String name,
    @Nullable String version,
    int revision,
    String spec,
    String examples,
    @Nullable Integer examplesCount,
    List<Flaw> flaws,
    String updatedBy,
    Instant updatedAt) {

  public DraftDetail {
    flaws = List.copyOf(flaws);
  }
}
