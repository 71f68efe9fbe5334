package palmares.web.origin;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Puts on every answer what a browser must not do with it. An answer that knows better (a page,
/// with the nonce of its scripts; the API's documentation) replaces the policy by its own.
public final class SecurityHeaders extends Handler.Wrapper {

  private static final String NOTHING =
      "default-src 'none'; base-uri 'none'; frame-ancestors 'none'";

  public SecurityHeaders(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(response);
    return super.handle(request, response, callback);
  }

  static void put(Response response) {
    response
        .getHeaders()
        .put("Content-Security-Policy", NOTHING)
        .put("X-Content-Type-Options", "nosniff")
        .put("Referrer-Policy", "same-origin")
        .put("Cross-Origin-Opener-Policy", "same-origin")
        .put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }
}
