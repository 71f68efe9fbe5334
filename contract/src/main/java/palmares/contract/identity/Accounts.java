package palmares.contract.identity;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The records by which administrators see and change accounts.
public final class Accounts {

  private Accounts() {}

  /// @param provided whether an identity provider says who this is and what role they have
  /// @param closed whether it may not be used
  @Serdeable
  public record AccountSummary(
      String name, String role, boolean provided, boolean closed, Instant createdAt) {}

  /// @param role member, organiser or admin; stays as it is if absent
  /// @param closed stays as it is if absent
  @Serdeable
  public record AccountChange(@Nullable String role, @Nullable Boolean closed) {}

  /// @param account who did it; absent where the platform itself did
  @Serdeable
  public record AuditEvent(
      Instant at,
      @Nullable String account,
      String action,
      String subject,
      Map<String, String> detail) {}
}
