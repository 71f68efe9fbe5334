package palmares.web.page;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/// What every page has in its head, and that the server may speak first.
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("palmares/tokens.css")
@StyleSheet("palmares/frame.css")
@StyleSheet("palmares/parts.css")
@StyleSheet("palmares/home.css")
@StyleSheet("palmares/board.css")
@StyleSheet("palmares/submission.css")
@StyleSheet("palmares/compare.css")
@StyleSheet("palmares/benchmark.css")
@StyleSheet("palmares/desk.css")
@StyleSheet("palmares/organise.css")
@Viewport("width=device-width, initial-scale=1")
public final class Shell implements AppShellConfigurator {

  @Override
  public void configurePage(AppShellSettings settings) {
    settings.addFavIcon("icon", "palmares/laurel.svg", "any");
    settings.addMetaTag("color-scheme", "light dark");
  }
}
