package palmares.api.submission;

import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The W3C trace context of a request, which travels with the run to the workers.
final class TraceContext {

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private TraceContext() {}

  /// The caller's, or a new one.
  static String of(HttpRequest<?> request) {
    var given = request.getHeaders().get("traceparent");
    return given != null && TRACEPARENT.matcher(given).matches()
        ? given
        : "00-%s-%s-01".formatted(hex(16), hex(8));
  }

  private static String hex(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
