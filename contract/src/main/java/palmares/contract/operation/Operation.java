package palmares.contract.operation;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The records of the operator's view.
public final class Operation {

  private Operation() {}

  /// @param state live, paused, draining, quarantined or gone
  @Serdeable
  public record WorkerStatus(
      String id,
      String name,
      String pool,
      String state,
      Instant since,
      Instant lastSeen,
      int slots,
      int busy,
      List<String> capabilities,
      List<String> offers) {}

  /// @param checks violations by the name of the check; all zero is healthy
  @Serdeable
  public record Doctor(boolean healthy, Map<String, Long> checks, List<String> details) {}

  @Serdeable
  public record Health(String status, String version, Map<String, String> parts) {}
}
