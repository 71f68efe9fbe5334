package palmares.web;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;

/// Pictures of pages to look at, where the system property `palmares.screens` names a folder.
final class Screens {

  private static final String FOLDER = System.getProperty("palmares.screens", "");

  private Screens() {}

  /// Light, dark, and as wide as a phone.
  static void take(Page page, String name) {
    if (FOLDER.isEmpty()) {
      return;
    }
    page.setViewportSize(1180, 800);
    take(page, name + "-light", ColorScheme.LIGHT);
    take(page, name + "-dark", ColorScheme.DARK);
    page.setViewportSize(390, 800);
    take(page, name + "-phone", ColorScheme.LIGHT);
    page.setViewportSize(1180, 800);
  }

  private static void take(Page page, String name, ColorScheme scheme) {
    page.emulateMedia(new EmulateMediaOptions().setColorScheme(scheme));
    page.screenshot(
        new ScreenshotOptions().setFullPage(true).setPath(Path.of(FOLDER, name + ".png")));
  }
}
