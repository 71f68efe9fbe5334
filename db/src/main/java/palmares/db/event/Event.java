package palmares.db.event;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// One thing that happened to a subject, such as a submission.
///
/// @param seq from 1, without holes
/// @param kind in kebab case, such as `stage-started`
public record Event(UUID subject, int seq, String kind, Instant at, Map<String, String> detail) {

  public Event {
    detail = Map.copyOf(detail);
  }
}
