package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import palmares.contract.testing.Chromium;
import palmares.contract.testing.Tab;

/// The web role before an API that answers as told, with a page of Chromium open for each test, of
/// a person in Tokyo; whatever a page complains of fails its test.
final class OpenPage
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

  private Chromium chromium;
  private StubApi api;
  private WebRole web;
  private Tab tab;
  private final List<Tab> others = new ArrayList<>();

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    // Pages ask anew every few seconds; a browser on a busy machine needs some more.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    chromium = Chromium.start();
    api = new StubApi();
    web = WebRole.start(WebConfig.of(0, api.address()));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      web.close();
      api.close();
      chromium.close();
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    api.reset();
    SampleAnswers.on(api);
    var person =
        new NewContextOptions()
            .setTimezoneId("Asia/Tokyo")
            .setPermissions(List.of("clipboard-read", "clipboard-write"));
    tab = new Tab(chromium.browser().newContext(person), web.address());
  }

  @Override
  public void afterEach(ExtensionContext context) {
    page().context().close();
    assertThat(tab.complaints()).isEmpty();
    others.forEach(other -> assertThat(other.complaints()).isEmpty());
    others.clear();
  }

  StubApi api() {
    return api;
  }

  Page page() {
    return tab.page();
  }

  URI address() {
    return web.address();
  }

  /// One more tab of the same person, who comes by another address.
  Tab tabAt(URI origin) {
    var other = new Tab(page().context(), origin);
    others.add(other);
    return other;
  }

  /// Signs in on the way to a path without its first slash.
  void openSignedIn(String path) {
    open("sign-in");
    signIn();
    PlaywrightAssertions.assertThat(tab.banner().getByText("admin")).isVisible();
    open(path);
  }

  void open(String path) {
    tab.open(path);
  }

  void signIn() {
    tab.signIn("admin", "one-time");
  }

  Locator heading() {
    return tab.heading();
  }

  Locator button(String words) {
    return tab.button(words);
  }

  Locator link(String words) {
    return tab.link(words);
  }

  Locator row(String words) {
    return tab.row(words);
  }
}
