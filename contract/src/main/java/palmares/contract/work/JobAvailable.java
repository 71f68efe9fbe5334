package palmares.contract.work;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/// The message on a queue: a hint that a job waits. It carries no content and no right; the claim
/// does.
///
/// @param traceparent W3C trace context of what caused the job
@Serdeable
public record JobAvailable(String job, @Nullable String traceparent) {

  /// The queue of a capability, such as `palmares.jobs.cpu`.
  public static String queue(String capability) {
    return "palmares.jobs." + capability;
  }
}
