package palmares.egress;

import java.time.Duration;
import java.util.Map;

/// What became of a request. No text in it quotes the address beyond its host, nor what was sent.
public sealed interface EgressResult {

  /// @param headers by their names in lower case
  record Answered(int status, Map<String, String> headers, String body) implements EgressResult {

    public Answered {
      headers = Map.copyOf(headers);
    }
  }

  /// The answer began and was longer than was asked for.
  record TooLong(int status, int longest) implements EgressResult {}

  record TooSlow(Duration patience) implements EgressResult {}

  /// Nothing was sent: the policy does not allow it.
  record NotAllowed(String why) implements EgressResult {}

  /// There was no answer.
  record Unreachable(String why) implements EgressResult {}
}
