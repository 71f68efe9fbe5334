package palmares.db.identity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whom a valid token belongs to: an account, or a worker of a pool.
///
/// @param kind personal, session or worker
/// @param name of the token
/// @param account absent for workers
/// @param reach absent for people
/// @param isUseNoted whether it was noted within the last minute that the token is used
public record Bearer(
    UUID token,
    String kind,
    String name,
    List<String> scopes,
    @Nullable Account account,
    @Nullable Reach reach,
    boolean isUseNoted) {

  public Bearer {
    scopes = List.copyOf(scopes);
    if ((account == null) == (reach == null)) {
      throw new IllegalArgumentException("token " + token + " must have an account or a pool");
    }
  }
}
