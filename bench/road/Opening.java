package road;

import static road.Times.shown;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import palmares.contract.testing.Chromium;

/// Opening a leaderboard of 1,000 rows in Chromium, with nothing kept from before and with styles
/// and scripts in the browser's cache. Usable is a page whose first rows are visible and that has
/// answered a click: its choice of columns is open.
final class Opening {

  private static final int WARM_UP = 3;
  private static final int TIMES = 10;
  private static final Duration TARGET = Duration.ofSeconds(1);

  private Opening() {}

  /// From the beginning of the navigation on.
  private record Opened(Duration rows, Duration usable, Duration all) {}

  static List<Figure> measure(Platform platform, String board) {
    var address = platform.deployment().origin().resolve("/leaderboards/" + board);
    try (var chromium = Chromium.start()) {
      var cold = new ArrayList<Opened>();
      for (var i = 0; i < WARM_UP + TIMES; i++) {
        cold.add(openAnew(chromium.browser(), address));
      }
      var warm = new ArrayList<Opened>();
      try (var context = chromium.browser().newContext()) {
        var page = context.newPage();
        for (var i = 0; i < WARM_UP + TIMES; i++) {
          warm.add(open(page, address));
        }
      }
      return List.of(
          figure("board of 1,000 rows usable, cold cache, worst of 10", counted(cold)),
          figure("... warm cache, worst of 10", counted(warm)));
    }
  }

  private static List<Opened> counted(List<Opened> all) {
    return all.subList(WARM_UP, all.size());
  }

  private static Opened openAnew(Browser browser, URI address) {
    try (var context = browser.newContext()) {
      return open(context.newPage(), address);
    }
  }

  private static Opened open(Page page, URI address) {
    var begun = System.nanoTime();
    page.navigate(address.toString(), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    page.locator("palmares-board tbody tr").first().waitFor();
    var rows = since(begun);
    page.getByText("Columns").click();
    page.getByLabel("Tries").waitFor();
    var usable = since(begun);
    page.waitForFunction("document.querySelectorAll('palmares-board tbody tr').length === 1000");
    return new Opened(rows, usable, since(begun));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static Figure figure(String name, List<Opened> opened) {
    var usable = new Times(opened.stream().map(Opened::usable).toList());
    return new Figure(
        name,
        "< " + shown(TARGET),
        shown(usable.worst()),
        "median %s; first rows visible %s, all 1,000 there %s (medians)"
            .formatted(
                shown(usable.median()),
                shown(new Times(opened.stream().map(Opened::rows).toList()).median()),
                shown(new Times(opened.stream().map(Opened::all).toList()).median())),
        usable.worst().compareTo(TARGET) < 0);
  }
}
