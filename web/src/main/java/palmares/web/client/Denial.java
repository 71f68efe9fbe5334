package palmares.web.client;

import java.time.Duration;
import palmares.contract.problem.Problem;

/// Why the API did not give what was asked for.
public sealed interface Denial {

  /// It does not know, or no longer knows, who asks.
  record SignedOut() implements Denial {}

  /// There is no such thing, or it is not for who asks to see.
  record Unknown(String detail) implements Denial {}

  record TooMany(String detail, Duration retryAfter) implements Denial {}

  record Refused(Problem problem) implements Denial {}

  /// Nobody answered, or what did stands in for an API that is away.
  record Away() implements Denial {}
}
