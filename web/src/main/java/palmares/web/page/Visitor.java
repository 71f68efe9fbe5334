package palmares.web.page;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;

/// Who is signed in. The token stays in the server's session: no address and no page carries it.
///
/// @param role member, organiser or admin
public record Visitor(String account, String role, String token) {

  public static final String SIGN_IN = "sign-in";
  private static final String WANTED = Visitor.class.getName() + ".wanted";

  @Override
  public String toString() {
    return "Visitor[account=" + account + "]";
  }

  public boolean isAdmin() {
    return role.equals("admin");
  }

  public static @Nullable Visitor current() {
    return VaadinSession.getCurrent().getAttribute(Visitor.class);
  }

  /// The token of who is signed in, if anyone is.
  public static @Nullable String currentToken() {
    var visitor = current();
    return visitor == null ? null : visitor.token();
  }

  /// Signs the visitor in under a new session id, so that one planted before is worth nothing, and
  /// goes where they wanted to.
  public void enter(UI ui) {
    VaadinService.reinitializeSession(VaadinRequest.getCurrent());
    var session = VaadinSession.getCurrent();
    session.setAttribute(Visitor.class, this);
    var wanted = (String) session.getAttribute(WANTED);
    session.setAttribute(WANTED, null);
    var location = new Location(wanted == null ? "" : wanted);
    ui.navigate(location.getPath(), location.getQueryParameters());
  }

  /// Forgets who was signed in and asks anew; signing in leads back to where they are.
  public static void signInAgain(UI ui) {
    var session = VaadinSession.getCurrent();
    session.setAttribute(Visitor.class, null);
    session.setAttribute(WANTED, ui.getActiveViewLocation().getPathWithQueryParameters());
    ui.navigate(SIGN_IN);
  }

  /// Sends whoever is not signed in to sign in first.
  ///
  /// @return whether the page may go on
  public static boolean admitted(BeforeEnterEvent event) {
    if (current() != null) {
      return true;
    }
    VaadinSession.getCurrent()
        .setAttribute(WANTED, event.getLocation().getPathWithQueryParameters());
    event.forwardTo(SIGN_IN);
    return false;
  }
}
