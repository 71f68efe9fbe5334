package palmares.egress;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// A document to be posted.
///
/// @param type such as `application/json`
/// @param patience for all of it: the name, the connection, and the answer to its last byte
/// @param longest bytes of an answer that are read
public record EgressRequest(
    URI address,
    Map<String, String> headers,
    String type,
    String body,
    Duration patience,
    int longest) {

  public EgressRequest {
    headers = Map.copyOf(headers);
    if (!patience.isPositive()) {
      throw new IllegalArgumentException("patience must be positive: " + patience);
    }
    if (longest < 0) {
      throw new IllegalArgumentException("longest must not be negative: " + longest);
    }
  }

  /// Leaves out what may be secret: the path, the headers and the body.
  @Override
  public String toString() {
    return "EgressRequest[host=" + address.getHost() + "]";
  }
}
