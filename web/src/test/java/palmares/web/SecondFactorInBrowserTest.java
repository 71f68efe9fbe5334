package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;
import palmares.web.StubApi.Seen;

final class SecondFactorInBrowserTest {

  private static final String ON =
      "{\"state\":\"on\",\"since\":\"2026-11-21T10:00:00Z\",\"recoveryCodesLeft\":10}";
  private static final String CODES =
      "{\"codes\":[\"aaaa-bbbb-cccc-dddd\",\"eeee-ffff-gggg-hhhh\"]}";

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @BeforeEach
  void answers() {
    WEB.api().forget();
    PeopleAnswers.on(WEB.api());
    WEB.api()
        .on(
            "POST /me/second-factor",
            new Reply(
                201,
                "",
                Map.of(),
                "{\"key\":\"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP\",\"uri\":\"otpauth://totp/Palmares:"
                    + "admin?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Palmares\"}"));
    WEB.api().on("POST /me/second-factor/confirmation", CODES);
  }

  @Test
  void aSecondFactorIsSetUpByPictureOrKeyAndShowsItsRecoveryCodesOnce() {
    WEB.openSignedIn("account");
    WEB.button("Set it up").click();

    assertThat(WEB.button("Confirm")).isVisible();
    Screens.take(WEB.page(), "account-second-factor");
    assertThat(WEB.page().getByAltText("The key as a QR code")).isVisible();
    assertThat(WEB.page().getByText("JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP")).isVisible();

    WEB.api().on("GET /me/second-factor", ON);
    code().fill(" 123456 ");
    WEB.button("Confirm").click();

    assertThat(WEB.page().getByText("aaaa-bbbb-cccc-dddd")).isVisible();
    assertThat(WEB.page().getByText("10 of your recovery codes are still good.")).isVisible();
    assertThat(bodyOf("/me/second-factor/confirmation")).isEqualTo("{\"code\":\"123456\"}");
    Screens.take(WEB.page(), "account-recovery-codes");
    WEB.open("account");
    assertThat(WEB.button("Remove it")).isVisible();
    assertThat(WEB.page().getByText("aaaa-bbbb-cccc-dddd")).hasCount(0);
  }

  @Test
  void aWrongCodeIsSaidAndChangesNothing() {
    WEB.api().on("GET /me/second-factor", ON);
    WEB.api().refuse("POST /me/second-factor/removal", 422, "The code is wrong.");
    WEB.openSignedIn("account");
    code().fill("000000");
    WEB.button("Remove it").click();

    assertThat(WEB.page().getByText("The code is wrong.")).isVisible();
    assertThat(WEB.button("Remove it")).isVisible();
  }

  @Test
  void signingInAsksForACodeWhereOneIsNeeded() {
    WEB.api()
        .on(
            "POST /sessions",
            new Reply(
                403,
                "",
                Map.of(),
                "{\"type\":\"urn:palmares:problem:code-needed\",\"title\":\"Forbidden\","
                    + "\"status\":403,\"detail\":\"a code is needed\",\"errors\":[]}"));
    WEB.open("sign-in");
    WEB.page().getByLabel("Account").fill("ada");
    WEB.page().getByLabel("Password or one-time secret").fill("a long enough one");
    WEB.button("Sign in").click();

    var code = WEB.page().getByLabel("Code of your second factor");
    assertThat(code).isFocused();
    Screens.take(WEB.page(), "sign-in-code");
    code.fill("123456");
    WEB.button("Sign in").click();

    assertThat(WEB.page().getByText("a code is needed")).isVisible();
    assertThat(bodyOf("/sessions"))
        .isEqualTo("{\"account\":\"ada\",\"secret\":\"a long enough one\",\"code\":\"123456\"}");
  }

  private static Locator code() {
    return WEB.page().getByLabel("Code", new GetByLabelOptions().setExact(true));
  }

  private static String bodyOf(String path) {
    return WEB.api().seen().stream()
        .filter(seen -> seen.method().equals("POST") && seen.uri().equals("/api/v1" + path))
        .map(Seen::body)
        .reduce((first, last) -> last)
        .orElse("");
  }
}
