package palmares.contract.quota;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The records of quotas.
public final class Quotas {

  private Quotas() {}

  /// @param perDay submissions that the version allows a team each UTC day
  /// @param left never below 0
  @Serdeable
  public record Quota(String benchmark, String version, int perDay, int used, int left) {}

  /// A line of the ledger: each submission reserves one, and once its run has ended that is used up
  /// (`commit`) or comes back (`refund`).
  ///
  /// @param kind reserve, commit or refund
  /// @param day of UTC, whose quota it is
  /// @param by the account that submitted
  /// @param reason why it came back
  @Serdeable
  public record Entry(
      Instant at,
      String kind,
      String benchmark,
      String version,
      LocalDate day,
      int amount,
      String submission,
      String system,
      String by,
      @Nullable String reason) {}
}
