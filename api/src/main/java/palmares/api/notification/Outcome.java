package palmares.api.notification;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one try to send a message.
sealed interface Outcome {

  /// @param status of the answer; absent for mail
  record Taken(@Nullable Integer status) implements Outcome {}

  /// @param asked how long the receiver wants to be left alone
  record NotNow(@Nullable Integer status, String why, Duration asked) implements Outcome {

    static NotNow because(String why) {
      return new NotNow(null, why, Duration.ZERO);
    }
  }

  /// There is no use in trying again.
  record Never(@Nullable Integer status, String why) implements Outcome {}
}
