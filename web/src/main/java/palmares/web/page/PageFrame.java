package palmares.web.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinSession;
import org.jspecify.annotations.Nullable;

/// The frame around every page: where one can go, and who is signed in. On a phone the places are
/// behind a button.
@JavaScript("context://palmares/returned.js")
public final class PageFrame extends Div implements RouterLayout, AfterNavigationObserver {

  private static final String CONTENT = "content";
  private static final String PLACES = "places";

  private final Nav places = new Nav();
  private final Div me = new Div();
  private final Main main = new Main();
  private Location here = new Location("");

  public PageFrame() {
    addClassName("frame");
    var logo = Links.to("", "");
    logo.addClassName("logo");
    logo.getElement().setAttribute("aria-label", "Palmarès, home");
    logo.add(new Span("Palmar"), new Emphasis("è"), new Span("s"));
    places.setId(PLACES);
    places.addClassName(PLACES);
    places.getElement().setAttribute("popover", true).setAttribute("aria-label", "Places");
    me.addClassName("me");
    var banner = new Header(logo, places, me, menuButton());
    banner.addClassName("banner");
    main.setId(CONTENT);
    main.addClassName(CONTENT);
    main.getElement().setAttribute("tabindex", "-1");
    add(skip(), banner, main);
    // Nothing to do: the answer's number alone shows the browser whether it has missed any.
    getElement().addEventListener("returned", returned -> {});
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    main.removeAll();
    main.getElement().appendChild(content.getElement());
  }

  @Override
  protected void onAttach(AttachEvent event) {
    showVisitor();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    places.getElement().executeJs("if (this.matches(':popover-open')) this.hidePopover()");
    here = event.getLocation();
    showPlaces(Visitor.current(), here.getPath());
    showVisitor();
  }

  private void showPlaces(@Nullable Visitor visitor, String path) {
    places.removeAll();
    place("", "Home", path);
    place("leaderboards", "Leaderboards", path);
    place("submissions", "Submissions", path);
    place("evaluators", "Evaluators", path);
    if (visitor != null && visitor.isAdmin()) {
      place("operator", "Operator", path);
      place("accounts", "Accounts", path);
    }
  }

  private void place(String place, String name, String path) {
    if (!Links.exists(place)) {
      return;
    }
    var link = Links.to(place, name);
    if (path.equals(place) || (!place.isEmpty() && path.startsWith(place + "/"))) {
      link.getElement().setAttribute("aria-current", "page");
    }
    places.add(link);
  }

  private void showVisitor() {
    me.removeAll();
    me.add(Links.button("submit", "Submit"));
    var visitor = Visitor.current();
    if (visitor == null) {
      me.add(Links.signIn(here, "Sign in"));
      return;
    }
    var menu = new Dropdown(visitor.account());
    menu.addClassName("foreign");
    if (Links.exists("account")) {
      menu.addToPanel(Links.to("account", "Account"));
    }
    if (Visitor.organises()) {
      menu.addToPanel(Links.to("benchmarks/new", "New benchmark"));
    }
    menu.add("Sign out", () -> signOut(visitor));
    me.add(menu);
  }

  private void signOut(Visitor visitor) {
    visitor.leave();
    getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
    VaadinSession.getCurrent().getSession().invalidate();
  }

  private static NativeButton menuButton() {
    var button = new NativeButton("Menu");
    button.addClassNames("button", "menu-button");
    button.getElement().setAttribute("popovertarget", PLACES);
    return button;
  }

  // An address that ends in #content would be one below the page's base, not on the page.
  private static Anchor skip() {
    var skip = new Anchor("#" + CONTENT, "Skip to the content");
    skip.addClassNames("skip", "button");
    skip.getElement().setAttribute("router-ignore", true);
    skip.addAttachListener(attached ->
        skip.getElement()
            .executeJs(
                """
                this.addEventListener('click', event => {
                  event.preventDefault();
                  document.getElementById($0).focus();
                })
                """,
                CONTENT));
    return skip;
  }
}
