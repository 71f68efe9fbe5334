package palmares.db.job;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A worker that has registered.
///
/// @param token the access token it came with: no other may speak for it
/// @param state live, paused, draining, quarantined or gone
/// @param offers `id@version` of all it can do
public record Worker(
    UUID id,
    String name,
    UUID token,
    String pool,
    List<String> capabilities,
    List<String> offers,
    int slots,
    int busy,
    String state,
    Instant since,
    Instant lastSeen,
    int failuresInRow) {

  public Worker {
    capabilities = List.copyOf(capabilities);
    offers = List.copyOf(offers);
  }

  public boolean isLive() {
    return state.equals("live");
  }
}
