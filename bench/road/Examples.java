package road;

import static road.Times.shown;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.NavigateOptions;
import com.microsoft.playwright.WebSocketFrame;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import palmares.contract.testing.Chromium;
import palmares.contract.testing.Tab;

/// The page of a submission with 100,000 examples in Chromium: how soon its first rows, those in the
/// middle and the last are there, in each order, what travels, and what each page takes of the heap.
final class Examples {

  private static final int EXAMPLES = 100_000;
  private static final String EVALUATORS =
      "token-f1@1, exact-match@1, contains@1, rouge-l@1";
  private static final String PASSWORD = "a password of the bench";
  private static final Duration TARGET = Duration.ofSeconds(1);
  private static final List<String> ORDERS =
      List.of("In order", "Worst first by token-f1@1", "Most disputed first");
  private static final int TIMES = 6;
  private static final int PAGES = 20;

  private Examples() {}

  static List<Figure> measure(Platform platform) throws Exception {
    var submission = submitted(platform);
    var address = platform.deployment().origin().resolve("/submissions/" + submission);
    try (var chromium = Chromium.start();
        var context = chromium.browser().newContext()) {
      signIn(platform, context);
      var figures = new ArrayList<>(times(context, address));
      figures.add(heap(context, address));
      return figures;
    }
  }

  private static String submitted(Platform platform) throws Exception {
    platform.publish("large", EXAMPLES, EVALUATORS);
    var body = Platform.responses(EXAMPLES, i -> "it is " + (i % 7 == 0 ? "not " : "") + i % 1_000);
    var id = Platform.submit(platform.admin(), "large", "large", body);
    platform.awaitEnd(platform.ledger().run(id), Duration.ofMinutes(5));
    platform.awaitIdle();
    return id.toString();
  }

  private static void signIn(Platform platform, BrowserContext context)
      throws IOException, InterruptedException {
    Platform.taken(platform.admin().put("/me/secret", Map.of("secret", PASSWORD)));
    var tab = new Tab(context, platform.deployment().origin());
    tab.open("sign-in");
    tab.signIn("admin", PASSWORD);
    tab.banner().getByText("admin").waitFor();
    tab.page().close();
  }

  private static List<Figure> times(BrowserContext context, URI address) {
    var page = context.newPage();
    var measured = new Measured(page);
    measured.take("first rows", TIMES, () -> opened(page, address));
    for (var order : ORDERS) {
      for (var i = 0; i < TIMES; i++) {
        measured.take(order, 1, () -> turned(page, order));
        measured.take(order + ", middle", 1, () -> jumped(page, 50_000, "49,976–50,000"));
        measured.take(order + ", end", 1, () -> jumped(page, 100_000, "99,976–100,000"));
      }
    }
    page.close();
    return measured.figures();
  }

  private static void opened(Page page, URI address) {
    page.navigate(address.toString(), new NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
    shows(page, "1–25");
  }

  private static void turned(Page page, String order) {
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(order).setExact(true)).click();
    shows(page, "1–25");
  }

  private static void jumped(Page page, int number, String part) {
    page.getByLabel("Go to number").fill(Integer.toString(number));
    page.keyboard().press("Enter");
    shows(page, part);
  }

  private static void shows(Page page, String part) {
    page.getByText(part + " of 100,000").waitFor();
  }

  /// Pages of one session, each at the end of the examples.
  private static Figure heap(BrowserContext context, URI address) throws Exception {
    var heap = WebHeap.running();
    atTheEnd(context, address);
    var before = heap.live();
    for (var i = 0; i < PAGES; i++) {
      atTheEnd(context, address);
    }
    var after = heap.live();
    var each = (after - before) / 1000.0 / PAGES;
    return Figure.told(
        "heap of each of %d such pages".formatted(PAGES),
        String.format(Locale.ROOT, "%.0f kB", each),
        String.format(Locale.ROOT, "%,.1f MB live after", after / 1e6));
  }

  private static void atTheEnd(BrowserContext context, URI address) {
    var page = context.newPage();
    opened(page, address);
    jumped(page, EXAMPLES, "99,976–100,000");
  }

  /// How long each way took, and what travelled to the browser on it.
  private static final class Measured {

    private final AtomicLong bytes = new AtomicLong();
    private final Map<String, List<Duration>> times = new LinkedHashMap<>();
    private final Map<String, Long> travelled = new HashMap<>();

    Measured(Page page) {
      page.onRequestFinished(request -> bytes.addAndGet(request.sizes().responseBodySize));
      page.onWebSocket(line -> line.onFrameReceived(frame -> bytes.addAndGet(length(frame))));
    }

    private static long length(WebSocketFrame frame) {
      return frame.text() == null ? frame.binary().length : frame.text().length();
    }

    void take(String name, int times, Runnable way) {
      for (var i = 0; i < times; i++) {
        bytes.set(0);
        var begun = System.nanoTime();
        way.run();
        this.times
            .computeIfAbsent(name, first -> new ArrayList<>())
            .add(Duration.ofNanos(System.nanoTime() - begun));
        travelled.put(name, bytes.get());
      }
    }

    /// Without the first of each, which warms up.
    List<Figure> figures() {
      var figures = new ArrayList<Figure>();
      times.forEach((name, all) -> {
        var counted = new Times(all.subList(1, all.size()));
        figures.add(
            new Figure(
                "100,000 examples: " + name,
                "< " + shown(TARGET),
                shown(counted.worst()),
                "worst of %d, median %s; %,d kB came"
                    .formatted(all.size() - 1, shown(counted.median()), travelled.get(name) / 1000),
                counted.worst().compareTo(TARGET) < 0));
      });
      return figures;
    }
  }
}
