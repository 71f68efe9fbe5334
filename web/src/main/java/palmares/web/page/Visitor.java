package palmares.web.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import palmares.web.client.Bearer;

/// Who is signed in. The token stays in the server's session: no address and no page carries it.
///
/// @param role member, organiser or admin
public record Visitor(String account, String role, Bearer bearer) {

  public static final String SIGN_IN = "sign-in";
  private static final String SIGNED_IN = Visitor.class.getName();

  /// The parameter of the sign-in page that says where it leads. It stands in the address and not
  /// in the session, so that two tabs do not lead each other astray.
  public static final String TO = "to";

  @Override
  public String toString() {
    return "Visitor[account=" + account + "]";
  }

  public boolean isAdmin() {
    return role.equals("admin");
  }

  /// Whether whoever is signed in may make benchmarks.
  public static boolean organises() {
    var visitor = current();
    return visitor != null && !visitor.role().equals("member");
  }

  public static @Nullable Visitor current() {
    var visitor = (Visitor) session().getAttribute(SIGNED_IN);
    return visitor == null || visitor.bearer.hasEnded() ? null : visitor;
  }

  /// In whose name to ask, if anyone is signed in.
  public static @Nullable Bearer currentToken() {
    var visitor = current();
    return visitor == null ? null : visitor.bearer();
  }

  private static WrappedSession session() {
    return VaadinSession.getCurrent().getSession();
  }

  /// Signs the visitor in under a new session id, so that one planted before is worth nothing, and
  /// goes where they wanted to.
  ///
  /// @param path of ours, with its first slash
  public void enter(UI ui, String path) {
    enter(VaadinServletRequest.getCurrent().getHttpServletRequest());
    var location = new Location(path.substring(1));
    ui.navigate(location.getPath(), location.getQueryParameters());
  }

  /// The same for a sign-in that ends outside of a page.
  public void enter(HttpServletRequest request) {
    var session = request.getSession(true);
    // The session itself stays: a page that is open already would never be told again that its line
    // to the browser broke, and push into the dead one.
    request.changeSessionId();
    session.setAttribute(SIGNED_IN, this);
  }

  /// Ends the sign-in here and where it was made.
  public void leave() {
    session().removeAttribute(SIGNED_IN);
    bearer.end();
  }

  /// Forgets who was signed in and asks anew; signing in leads back to where they are.
  public static void signInAgain(UI ui) {
    session().removeAttribute(SIGNED_IN);
    ui.navigate(SIGN_IN, backTo(ui.getActiveViewLocation()));
  }

  private static QueryParameters backTo(Location location) {
    return QueryParameters.of(TO, "/" + location.getPathWithQueryParameters());
  }

  /// Sends whoever is not signed in to sign in first.
  ///
  /// @return whether the page may go on
  public static boolean admitted(BeforeEnterEvent event) {
    if (current() != null) {
      return true;
    }
    event.forwardTo(SIGN_IN, backTo(event.getLocation()));
    return false;
  }
}
