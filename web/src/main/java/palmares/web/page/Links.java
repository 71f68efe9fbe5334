package palmares.web.page;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteConfiguration;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Links between pages, which change the page without loading everything anew.
public final class Links {

  private Links() {}

  /// @param path without a slash at its start; empty for the home page
  public static Anchor to(String path, String text) {
    var link = new Anchor(path, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  /// A link that looks like a button.
  public static Anchor button(String path, String text) {
    var link = to(path, text);
    link.addClassName("button");
    return link;
  }

  /// A link to where people sign in, which leads back.
  ///
  /// @param location of the page to come back to
  public static Anchor signIn(Location location, String text) {
    if (location.getPath().isEmpty() || location.getPath().equals(Visitor.SIGN_IN)) {
      return to(Visitor.SIGN_IN, text);
    }
    var back =
        URLEncoder.encode("/" + location.getPathWithQueryParameters(), StandardCharsets.UTF_8);
    return to(Visitor.SIGN_IN + "?" + Visitor.TO + "=" + back, text);
  }

  /// Whether this version has a page at the path.
  public static boolean exists(String path) {
    return RouteConfiguration.forSessionScope().getRoute(path).isPresent();
  }
}
