package palmares.db.job;

import java.util.List;
import java.util.UUID;

/// A worker about to register.
public record NewWorker(
    UUID id,
    String name,
    UUID token,
    String pool,
    List<String> capabilities,
    List<String> offers,
    int slots) {

  public NewWorker {
    capabilities = List.copyOf(capabilities);
    offers = List.copyOf(offers);
    if (name.isBlank() || name.length() > 120) {
      throw new IllegalArgumentException("name must have 1 to 120 characters: '" + name + "'");
    }
    if (slots < 1 || slots > 1000) {
      throw new IllegalArgumentException("slots must be in 1..1000: " + slots);
    }
    for (var capability : capabilities) {
      if (!capability.matches("[a-z0-9][a-z0-9-]{0,31}")) {
        throw new IllegalArgumentException(
            "a capability must be a short word such as cpu: '" + capability + "'");
      }
    }
  }
}
