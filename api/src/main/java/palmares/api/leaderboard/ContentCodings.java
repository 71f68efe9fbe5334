package palmares.api.leaderboard;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.context.ServerRequestContext;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a caller says of codings in `Accept-Encoding` (RFC 9110, 12.5.3).
final class ContentCodings {

  private static final Pattern REFUSED = Pattern.compile("q=0(\\.0{0,3})?");

  private ContentCodings() {}

  /// What the request at hand says of gzip.
  static boolean isGzipAccepted() {
    return ServerRequestContext.currentRequest()
        .map(request -> request.getHeaders().getAll(HttpHeaders.ACCEPT_ENCODING))
        .map(headers -> acceptsGzip(String.join(",", headers)))
        .orElse(false);
  }

  /// Named and not refused; `*` alone is no wish for it.
  static boolean acceptsGzip(String header) {
    for (var coding : header.toLowerCase(Locale.ROOT).split(",")) {
      var parts = coding.replace(" ", "").split(";");
      if (parts[0].equals("gzip")) {
        return parts.length == 1 || !REFUSED.matcher(parts[1]).matches();
      }
    }
    return false;
  }
}
