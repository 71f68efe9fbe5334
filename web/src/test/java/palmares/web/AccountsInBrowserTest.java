package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.GetByTextOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What an administrator does with accounts.
final class AccountsInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  private static final String CREATED =
      "{\"name\":\"%s\",\"role\":\"member\",\"oneTimeSecret\":\"shown-once\"}";

  @BeforeEach
  void answers() {
    OperatorAnswers.on(WEB.api());
    WEB.openSignedIn("accounts");
    assertThat(WEB.row("noor")).isVisible();
  }

  @Test
  void nobodyChangesThemselvesOrWhomTheProviderKnows() {
    assertThat(WEB.row("admin").getByText("you", exactly())).isVisible();
    assertThat(WEB.row("kim").getByText("as the identity provider says")).isVisible();
    assertThat(WEB.button("Reset…")).hasCount(1);
  }

  @Test
  void aRoleIsGivenAndAnAccountClosedAndOpenedAgain() {
    WEB.api()
        .on(
            "PUT /accounts/noor",
            "{\"name\":\"noor\",\"role\":\"organiser\",\"provided\":false,\"closed\":false,\"createdAt\":\"2026-11-03T10:00:00Z\"}");
    WEB.api().on("GET /accounts", OperatorAnswers.accounts("organiser", false));
    role().click();
    WEB.page().getByRole(AriaRole.OPTION, new GetByRoleOptions().setName("organiser")).click();
    assertThat(role()).hasValue("organiser");
    // Else the list after this change could be given the answer that is for the next.
    await().untilAsserted(() -> assertThat(asked()).endsWith("PUT", "GET"));

    WEB.api().on("GET /accounts", OperatorAnswers.accounts("organiser", true));
    WEB.button("Close…").click();
    WEB.button("Close it").click();
    assertThat(WEB.row("noor").getByText("closed", exactly())).isVisible();
    WEB.api().on("GET /accounts", OperatorAnswers.accounts("organiser", false));
    WEB.button("Open again").click();

    assertThat(WEB.button("Close…")).isVisible();
    assertThat(WEB.api().seen())
        .filteredOn(seen -> seen.method().equals("PUT"))
        .extracting(StubApi.Seen::body)
        .containsExactly(
            "{\"role\":\"organiser\",\"closed\":null}",
            "{\"role\":null,\"closed\":true}",
            "{\"role\":null,\"closed\":false}");
  }

  @Test
  void aResetAndANewAccountShowTheirSecretOnce() {
    WEB.api().on("POST /accounts/noor/reset", CREATED.formatted("noor"));
    WEB.api().on("POST /accounts", CREATED.formatted("zoe"));
    WEB.button("Reset…").click();
    WEB.button("Reset it").click();
    assertThat(WEB.page().getByText("One sign-in for noor")).isVisible();
    assertThat(WEB.page().getByText("shown-once")).isVisible();

    WEB.page().getByLabel("Name").fill("zoe");
    WEB.button("Make an account").click();

    assertThat(WEB.page().getByText("One sign-in for zoe")).isVisible();
    assertThat(WEB.page().getByLabel("Name")).hasValue("");
  }

  private static List<String> asked() {
    return WEB.api().seen().stream()
        .filter(seen -> seen.uri().contains("/accounts"))
        .map(StubApi.Seen::method)
        .toList();
  }

  private static Locator role() {
    return WEB.page().getByLabel("Role of noor");
  }

  private static GetByTextOptions exactly() {
    return new GetByTextOptions().setExact(true);
  }
}
