package palmares.contract.benchmark;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an organiser may change of what is published.
public final class VersionChange {

  private VersionChange() {}

  /// @param opensAt open from the start if absent
  /// @param closesAt open without end if absent
  @Serdeable
  public record Schedule(@Nullable Instant opensAt, @Nullable Instant closesAt) {}

  /// @param state `published`, `closed` or `withdrawn`
  /// @param reason needed for `withdrawn`, for everyone to read
  @Serdeable
  public record State(String state, @Nullable String reason) {}
}
