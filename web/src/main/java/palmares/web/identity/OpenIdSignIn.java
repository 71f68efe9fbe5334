package palmares.web.identity;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.ApiClient;
import palmares.web.client.Denial;
import palmares.web.client.IdentityCalls;
import palmares.web.identity.OpenId.RefusedByProvider;
import palmares.web.page.Visitor;

/// Sends a browser to the provider and takes it back, and hears from the provider when a sign-in
/// has ended there. No token leaves the server.
public final class OpenIdSignIn extends HttpServlet {

  /// Where it listens: below it `back`, for the browser, and `logout`, for the provider.
  public static final String PATH = "/sign-in/keycloak";

  private static final long serialVersionUID = 1;
  private static final Logger LOG = LoggerFactory.getLogger(OpenIdSignIn.class);
  private static final String NO_STORE = "no-store";
  private static final String MOVED = "moved";

  private final transient OpenId provider;
  private final transient ApiClient api;
  private final transient OpenIdSessions sessions = new OpenIdSessions();

  public OpenIdSignIn(OpenIdConfig config, ApiClient api) {
    this.provider = new OpenId(config);
    this.api = api;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", NO_STORE);
    switch (String.valueOf(request.getPathInfo())) {
      case "null", "/" -> begin(request, response);
      case "/back" -> back(request, response);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", NO_STORE);
    if (!"/logout".equals(request.getPathInfo())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    try {
      sessions.end(provider.ended(String.valueOf(request.getParameter("logout_token"))));
      response.setStatus(HttpServletResponse.SC_OK);
    } catch (RefusedByProvider e) {
      LOG.warn("what came as the provider's word that a sign-in has ended: {}", e.getMessage());
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var to = OwnPath.of(request.getParameter("to"));
    var origin = provider.config().origin();
    if (request.getParameter(MOVED) == null && !isAt(origin, request)) {
      // The provider leads back to our public address: there the session has to be. Only once, for
      // what stands before us may call us by another name.
      response.sendRedirect(
          "%s%s?%s=1&to=%s"
              .formatted(origin, PATH, MOVED, URLEncoder.encode(to, StandardCharsets.UTF_8)));
      return;
    }
    var pending = PendingSignIn.to(to);
    PendingSignIns.of(request.getSession(true)).add(pending);
    response.sendRedirect(provider.authorization(pending).toString());
  }

  private static boolean isAt(URI origin, HttpServletRequest request) {
    var host = request.getHeader("Host");
    return host == null
        || host.toLowerCase(Locale.ROOT).equals(origin.getAuthority().toLowerCase(Locale.ROOT));
  }

  private void back(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var session = request.getSession(false);
    var pending =
        session == null ? null : PendingSignIns.of(session).take(request.getParameter("state"));
    var code = request.getParameter("code");
    if (pending == null) {
      refuse(response, Outcome.STALE);
    } else if (code == null) {
      refuse(response, Outcome.CANCELLED);
    } else {
      enter(request, response, code, pending);
    }
  }

  private void enter(
      HttpServletRequest request, HttpServletResponse response, String code, PendingSignIn pending)
      throws IOException {
    try {
      var bearer =
          new OpenIdSession(
              provider, sessions, Clock.systemUTC(), provider.exchange(code, pending));
      switch (new IdentityCalls(api.as(bearer)).me()) {
        case Given(var me) -> {
          new Visitor(me.account(), me.role(), bearer).enter(request);
          response.sendRedirect(pending.to());
        }
        case Denied(var why) -> {
          // Else the next try would sign the same person in again without asking who it is.
          bearer.end();
          refuse(response, outcome(why));
        }
      }
    } catch (RefusedByProvider e) {
      LOG.warn("a sign-in was refused: {}", e.getMessage());
      refuse(response, Outcome.REFUSED);
    } catch (IOException e) {
      LOG.warn("the provider cannot be reached to sign someone in: {}", e.getMessage());
      refuse(response, Outcome.AWAY);
    }
  }

  private static Outcome outcome(Denial why) {
    return switch (why) {
      case Denial.Refused refused when refused.problem().status() == 403 -> Outcome.NO_ROLE;
      case Denial.Away away -> Outcome.AWAY;
      case Denial.Refused refused -> Outcome.REFUSED;
      case Denial.SignedOut signedOut -> Outcome.REFUSED;
      case Denial.Unknown unknown -> Outcome.REFUSED;
      case Denial.TooMany tooMany -> Outcome.REFUSED;
    };
  }

  private static void refuse(HttpServletResponse response, Outcome outcome) throws IOException {
    response.sendRedirect("/" + Visitor.SIGN_IN + "?why=" + outcome.word());
  }

  /// Why a sign-in did not work out, as the page that people come back to is told.
  enum Outcome {
    STALE("This sign-in is over", "It was used already, or begun too long ago. Begin anew."),
    CANCELLED("Not signed in", "Keycloak sent nobody back."),
    REFUSED("Not signed in", "Keycloak's answer was not valid. Begin anew."),
    NO_ROLE(
        "You have no role here",
        "Keycloak knows you, but nobody has given you a role for Palmares yet. Ask whoever runs it."),
    AWAY("Not signed in", "Keycloak or the API cannot be reached. Try again in a moment.");

    private final String title;
    private final String text;

    Outcome(String title, String text) {
      this.title = title;
      this.text = text;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
      return title;
    }

    String text() {
      return text;
    }

    static @Nullable Outcome of(@Nullable String word) {
      for (var outcome : values()) {
        if (outcome.word().equals(word)) {
          return outcome;
        }
      }
      return null;
    }
  }
}
