package palmares.worker.client;

import org.jspecify.annotations.Nullable;

/// A job as one attempt of it holds it: the token is the right to speak for it.
public record JobKey(String job, String token, @Nullable String traceparent) {

  /// Without the token, which is nobody else's business.
  @Override
  public String toString() {
    return "job " + job;
  }
}
