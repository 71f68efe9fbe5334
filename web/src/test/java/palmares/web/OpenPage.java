package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The web role before an API that answers as told, with a page of Chromium open for each test;
/// whatever a page complains of fails its test.
final class OpenPage
    implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback {

  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private Chromium chromium;
  private StubApi api;
  private WebRole web;
  private Page page;

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
    SampleAnswers.on(api);
    page =
        chromium
            .browser()
            .newContext(new NewContextOptions().setTimezoneId("Asia/Tokyo"))
            .newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    page.context().close();
    assertThat(complaints).isEmpty();
  }

  StubApi api() {
    return api;
  }

  Page page() {
    return page;
  }

  URI address() {
    return web.address();
  }

  /// Signs in on the way to a path without its first slash.
  void openSignedIn(String path) {
    page.navigate(web.address() + "/sign-in");
    signIn();
    PlaywrightAssertions.assertThat(page.getByRole(AriaRole.BANNER).getByText("admin")).isVisible();
    open(path);
  }

  void open(String path) {
    page.navigate(web.address() + "/" + path);
  }

  void signIn() {
    page.getByLabel("Account").fill("admin");
    page.getByLabel("Password or one-time secret").fill("one-time");
    button("Sign in").click();
  }

  Locator heading() {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
  }

  Locator row(String words) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(words));
  }
}
