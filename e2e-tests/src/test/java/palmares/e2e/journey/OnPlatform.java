package palmares.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import palmares.contract.testing.Chromium;
import palmares.contract.testing.Tab;
import palmares.e2e.platform.Deployment;
import palmares.e2e.platform.Rest;

/// A platform with one worker, started once for the journeys of all classes, and a Chromium for
/// each class. Everybody who comes has a profile of the browser to themselves; what a page
/// complains of fails the test.
final class OnPlatform implements BeforeAllCallback, AfterAllCallback, AfterEachCallback {

  private static final String PASSWORD = "a password of the journeys";

  private final List<Tab> tabs = new ArrayList<>();
  private Deployment platform;
  private Chromium chromium;

  /// Somebody with an account.
  record Person(String name, String password, Rest api) {}

  private record Started(Deployment platform) implements AutoCloseable {

    @Override
    public void close() throws Exception {
      platform.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    chromium = Chromium.start();
    platform =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(Started.class, key -> started(), Started.class)
            .platform();
  }

  private static Started started() {
    try {
      return new Started(Deployment.start("journeys", 1));
    } catch (Exception e) {
      throw new IllegalStateException("the platform of the journeys does not start", e);
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      chromium.close();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isPresent()) {
      tabs.forEach(OnPlatform::tellWhatItShows);
    }
    var complaints = tabs.stream().flatMap(tab -> tab.complaints().stream()).toList();
    tabs.stream().map(tab -> tab.page().context()).distinct().forEach(BrowserContext::close);
    tabs.clear();
    assertThat(complaints).isEmpty();
  }

  private static void tellWhatItShows(Tab tab) {
    System.out.printf("%s showed:%n%s%n", tab.page().url(), tab.page().locator("body").innerText());
  }

  Deployment platform() {
    return platform;
  }

  Rest admin() {
    return platform.admin();
  }

  /// Makes an account that has set its password.
  Person person(String name, String role) throws Exception {
    var made = admin().post("/accounts", Map.of("name", name, "role", role));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    var session =
        platform
            .anonymous()
            .post(
                "/sessions",
                Map.of("account", name, "secret", made.body().get("oneTimeSecret").asText()));
    var api = new Rest(admin().origin(), session.body().get("token").asText());
    assertThat(api.put("/me/secret", Map.of("secret", PASSWORD)).status()).isBetween(200, 204);
    return new Person(name, PASSWORD, api);
  }

  /// A new browser of somebody whom the platform has never seen.
  Tab stranger() {
    return strangerAt(platform.origin());
  }

  /// The same for somebody who comes by another address.
  Tab strangerAt(URI origin) {
    return another(chromium.browser().newContext(), origin);
  }

  /// One more tab in the same browser.
  Tab beside(Tab tab) {
    return another(tab.page().context(), tab.origin());
  }

  private Tab another(BrowserContext context, URI origin) {
    var tab = new Tab(context, origin);
    tabs.add(tab);
    return tab;
  }

  /// A new browser in which a person has signed in on the way to a page.
  Tab signedIn(Person person, String path) {
    var tab = stranger();
    tab.open("sign-in");
    tab.signIn(person.name(), person.password());
    PlaywrightAssertions.assertThat(tab.banner().getByText(person.name())).isVisible();
    tab.open(path);
    return tab;
  }
}
