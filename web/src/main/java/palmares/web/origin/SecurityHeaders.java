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

  // What it takes to read and try the API's documentation, with scripts from files only.
  private static final String DOCUMENTATION =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  public SecurityHeaders(Handler handler) {
    super(handler);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    put(request, response);
    return super.handle(request, response, callback);
  }

  static void put(Request request, Response response) {
    boolean documentation = Request.getPathInContext(request).startsWith("/docs");
    response
        .getHeaders()
        .put("Content-Security-Policy", documentation ? DOCUMENTATION : NOTHING)
        .put("X-Content-Type-Options", "nosniff")
        .put("Referrer-Policy", "same-origin")
        .put("Cross-Origin-Opener-Policy", "same-origin")
        .put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    // Who came by TLS once is never led past it by whoever holds the line.
    if (request.isSecure()) {
      response.getHeaders().put("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
