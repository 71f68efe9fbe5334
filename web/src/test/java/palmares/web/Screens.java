package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;

/// A page as it looks in light, in dark, and on a phone; with a picture of each, below `target/` or
/// where the system property `palmares.screens` says.
final class Screens {

  static final List<String> LOOKS = List.of("light", "dark", "phone");

  private static final Path FOLDER =
      Path.of(System.getProperty("palmares.screens", "target/screens"));
  static final int WIDTH = 1180;
  private static final int PHONE = 390;
  static final int HEIGHT = 860;

  private static final String PAGE = "body";

  private Screens() {}

  /// The same of a page in a state that one only comes to by using it; axe-core finds no fault.
  static void take(Page page, String name) {
    take(page, name, PAGE, examined(name));
    page.setViewportSize(WIDTH, HEIGHT);
  }

  /// The same of a part of a page alone.
  static void take(Page page, String name, String part) {
    take(page, name, part, examined(name));
    page.setViewportSize(WIDTH, HEIGHT);
  }

  private static BiConsumer<Page, String> examined(String name) {
    return (shown, look) -> assertThat(Axe.faults(shown)).as(name + ", " + look).isEmpty();
  }

  /// @param examined gets the look that the page has then
  static void take(Page page, String name, BiConsumer<Page, String> examined) {
    take(page, name, PAGE, examined);
  }

  /// @param part selector of what the pictures show, all of it
  private static void take(Page page, String name, String part, BiConsumer<Page, String> examined) {
    for (var look : LOOKS) {
      page.setViewportSize(look.equals("phone") ? PHONE : WIDTH, HEIGHT);
      page.emulateMedia(
          new EmulateMediaOptions()
              .setColorScheme(look.equals("dark") ? ColorScheme.DARK : ColorScheme.LIGHT));
      // What the pointer rests on looks as nobody sees it who reads.
      page.mouse().move(0, 0);
      var path = FOLDER.resolve(file(name, look));
      if (part.equals(PAGE)) {
        page.screenshot(
            new ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setFullPage(true)
                .setPath(path));
      } else {
        page.locator(part)
            .first()
            .screenshot(
                new Locator.ScreenshotOptions()
                    .setAnimations(ScreenshotAnimations.DISABLED)
                    .setPath(path));
      }
      examined.accept(page, look);
    }
  }

  static String file(String name, String look) {
    return name + "-" + look + ".png";
  }
}
