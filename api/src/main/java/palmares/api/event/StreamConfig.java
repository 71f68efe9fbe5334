package palmares.api.event;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/// How many may listen at once, and how live a stream is.
///
/// @param perAccount open streams of one account
/// @param anonymous open streams of all callers without a token together
/// @param poll how long news may take when the notification is lost
/// @param heartbeat after how much silence a comment is sent, so that a dead connection shows
/// @param lifetime after which a stream ends and its reader comes back, to be admitted anew
@ConfigurationProperties("palmares.stream")
public record StreamConfig(
    @Bindable(defaultValue = "32") int perAccount,
    @Bindable(defaultValue = "500") int anonymous,
    @Bindable(defaultValue = "PT2S") Duration poll,
    @Bindable(defaultValue = "PT15S") Duration heartbeat,
    @Bindable(defaultValue = "PT5M") Duration lifetime) {

  public StreamConfig {
    if (perAccount < 1 || anonymous < 0) {
      throw new IllegalArgumentException(
          "palmares.stream.per-account must be at least 1 and anonymous at least 0: %d, %d"
              .formatted(perAccount, anonymous));
    }
    if (!poll.isPositive() || !heartbeat.isPositive() || !lifetime.isPositive()) {
      throw new IllegalArgumentException(
          "palmares.stream.poll, heartbeat and lifetime must be positive: %s, %s, %s"
              .formatted(poll, heartbeat, lifetime));
    }
  }
}
