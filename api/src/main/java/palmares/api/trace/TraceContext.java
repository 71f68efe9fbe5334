package palmares.api.trace;

import io.micronaut.http.HttpRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The W3C trace context of a request, which travels with the run to the workers.
public final class TraceContext {

  private static final Pattern TRACEPARENT =
      Pattern.compile("00-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private TraceContext() {}

  /// The caller's, or a new one.
  public static String of(HttpRequest<?> request) {
    return given(request).orElseGet(() -> "00-%s-%s-01".formatted(hex(16), hex(8)));
  }

  /// The trace that the caller's context belongs to, if there is one.
  static Optional<String> trace(HttpRequest<?> request) {
    return given(request).map(context -> context.split("-", -1)[1]);
  }

  private static Optional<String> given(HttpRequest<?> request) {
    return request
        .getHeaders()
        .findFirst("traceparent")
        .filter(context -> TRACEPARENT.matcher(context).matches());
  }

  private static String hex(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
