package palmares.web.page;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Emphasis;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.VaadinSession;
import palmares.web.client.ApiClient;

/// The frame around every page: where one can go, and who is signed in.
public final class PageFrame extends Div implements RouterLayout, AfterNavigationObserver {

  private final ApiClient api;
  private final Anchor leaderboards = link("", "Leaderboards");
  private final Anchor submit = link("submit", "Submit");
  private final Div me = new Div();
  private final Main main = new Main();

  public PageFrame(ApiClient api) {
    this.api = api;
    addClassName("frame");
    var logo = link("", "");
    logo.addClassName("logo");
    logo.add(new Span("Palmar"), new Emphasis("è"), new Span("s"));
    me.addClassName("me");
    add(new Header(logo, new Nav(leaderboards, submit), me), main);
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
    String path = event.getLocation().getPath();
    mark(leaderboards, path.isEmpty() || path.startsWith("leaderboards"));
    mark(submit, path.startsWith("submi"));
    showVisitor();
  }

  private void showVisitor() {
    me.removeAll();
    var visitor = Visitor.current();
    if (visitor == null) {
      me.add(link(Visitor.SIGN_IN, "Sign in"));
      return;
    }
    var leave = new Button("Sign out", clicked -> signOut(visitor));
    leave.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
    me.add(new Span(visitor.account()), leave);
  }

  private void signOut(Visitor visitor) {
    api.as(visitor.token()).signOut();
    getUI().ifPresent(ui -> ui.getPage().setLocation("/"));
    VaadinSession.getCurrent().getSession().invalidate();
  }

  private static void mark(Anchor link, boolean current) {
    if (current) {
      link.getElement().setAttribute("aria-current", "page");
    } else {
      link.getElement().removeAttribute("aria-current");
    }
  }

  private static Anchor link(String href, String text) {
    var link = new Anchor(href, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }
}
