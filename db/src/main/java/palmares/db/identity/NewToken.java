package palmares.db.identity;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Sha256;

/// A token to be stored.
///
/// @param account absent for workers
/// @param reach absent for people
/// @param lifetime counted by the database's clock; absent means until it is revoked
public record NewToken(
    UUID id,
    String kind,
    String name,
    Sha256 hash,
    List<String> scopes,
    @Nullable UUID account,
    @Nullable Reach reach,
    @Nullable Duration lifetime) {

  public NewToken {
    scopes = List.copyOf(scopes);
  }
}
