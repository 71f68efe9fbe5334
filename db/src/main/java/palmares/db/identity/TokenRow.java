package palmares.db.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it, without the token itself.
///
/// @param kind personal, session or worker
/// @param reach absent for people
public record TokenRow(
    UUID id,
    String kind,
    String name,
    List<String> scopes,
    @Nullable Reach reach,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt) {

  public TokenRow {
    scopes = List.copyOf(scopes);
  }
}
