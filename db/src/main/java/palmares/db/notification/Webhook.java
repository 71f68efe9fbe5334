package palmares.db.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// An address of a team that is told of events.
///
/// @param active whether anything is sent there
public record Webhook(
    UUID id,
    UUID team,
    String url,
    List<String> events,
    boolean active,
    String createdBy,
    Instant createdAt) {

  public Webhook {
    events = List.copyOf(events);
  }

  /// Leaves the address out, which may carry a secret.
  @Override
  public String toString() {
    return "Webhook[id=" + id + "]";
  }
}
