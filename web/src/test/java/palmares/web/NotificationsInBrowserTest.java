package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.web.StubApi.Reply;
import palmares.web.StubApi.Seen;

final class NotificationsInBrowserTest {

  private static final String HOOK =
      """
      {"id":"w-1","url":"https://ci.example.org/<b>hook</b>","events":["run-ended","run-failed"],
       "active":true,"createdBy":"admin","createdAt":"2026-11-21T10:00:00Z"%s}
      """;

  private static final String DELIVERIES =
      """
      {"items":[
       {"id":"d-3","webhook":"w-1","event":"run-ended","subject":"r","state":"waiting","attempts":2,
        "status":503,"error":"answered with 503","lastTry":"2026-11-21T10:01:00Z",
        "nextTry":"2026-11-21T10:02:00Z","createdAt":"2026-11-21T10:00:00Z"},
       {"id":"d-2","webhook":"w-1","event":"run-failed","subject":"r","state":"failed",
        "attempts":10,"error":"nothing listens at ci.example.org:443",
        "lastTry":"2026-11-20T10:00:00Z","createdAt":"2026-11-19T10:00:00Z"},
       {"id":"d-1","webhook":"w-1","event":"test","subject":"t","state":"sent","attempts":1,
        "status":204,"lastTry":"2026-11-18T10:00:00Z","createdAt":"2026-11-18T10:00:00Z"}]}
      """;

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @BeforeEach
  void answers() {
    WEB.api().forget();
    PeopleAnswers.on(WEB.api());
  }

  @Test
  void anOwnerAddsAWebhookAndSeesItsSecretOnce() {
    WEB.api()
        .on(
            "POST /teams/crew/webhooks",
            new Reply(201, "", Map.of(), HOOK.formatted(",\"secret\":\"whsec_shown-once\"")));
    WEB.openSignedIn("teams/crew");
    assertThat(WEB.page().getByText("No program is told of anything yet.")).isVisible();
    WEB.page().getByLabel("Address").fill(" https://ci.example.org/hook ");
    WEB.api().on("GET /teams/crew/webhooks", "[" + HOOK.formatted("") + "]");
    WEB.button("Add webhook").click();

    assertThat(WEB.page().getByText("whsec_shown-once")).isVisible();
    assertThat(WEB.row("https://ci.example.org/<b>hook</b>"))
        .containsText("a run is complete or was cancelled; a run failed in part");
    assertThat(bodies("/teams/crew/webhooks"))
        .containsExactly(
            "{\"url\":\"https://ci.example.org/hook\",\"events\":[\"run-ended\",\"run-failed\"]}");
    WEB.open("teams/crew");
    assertThat(WEB.row("https://ci.example.org/<b>hook</b>")).isVisible();
    assertThat(WEB.page().getByText("whsec_shown-once")).hasCount(0);
  }

  @Test
  void deliveriesSayWhatBecameOfThemAndCanBeSentAgain() {
    WEB.api().on("GET /teams/crew/webhooks", "[" + HOOK.formatted("") + "]");
    WEB.api().on("GET /teams/crew/deliveries", DELIVERIES);
    WEB.api().on("POST /teams/crew/deliveries/d-2/again", new Reply(202, "", Map.of(), ""));
    WEB.api().on("POST /teams/crew/webhooks/w-1/test", new Reply(202, "", Map.of(), ""));
    WEB.openSignedIn("teams/crew");

    assertThat(WEB.row("2 tries: answered with 503")).containsText("next try");
    assertThat(WEB.row("10 tries: nothing listens")).containsText("given up");
    assertThat(WEB.row("1 try")).containsText("204");
    Screens.take(WEB.page(), "team-webhooks", "[aria-label=Webhooks]");
    WEB.row("10 tries: nothing listens").getByText("Send again").click();
    assertThat(WEB.row("10 tries: nothing listens")).isVisible();
    WEB.button("Send a test").click();

    assertThat(WEB.page().getByText("On its way")).isVisible();
    assertThat(bodies("/teams/crew/deliveries/d-2/again")).hasSize(1);
    assertThat(bodies("/teams/crew/webhooks/w-1/test")).hasSize(1);
  }

  @Test
  void anAddressThatIsNotAllowedIsSaid() {
    WEB.api().refuse("POST /teams/crew/webhooks", 409, "url: it must begin with https://.");
    WEB.openSignedIn("teams/crew");
    WEB.page().getByLabel("Address").fill("http://10.0.0.1/");
    WEB.button("Add webhook").click();

    assertThat(WEB.page().getByText("url: it must begin with https://.")).isVisible();
  }

  @Test
  void anAddressAndEventsAreEditedAndItIsSwitchedOff() {
    var hook = HOOK.formatted("");
    WEB.api().on("GET /teams/crew/webhooks", "[" + hook + "]");
    WEB.api().refuse("PATCH /teams/crew/webhooks/w-1", 409, "url: it must begin with https://.");
    WEB.openSignedIn("teams/crew");
    WEB.button("Edit").click();
    WEB.button("Leave it as it is").click();
    assertThat(WEB.button("Edit")).isFocused();
    WEB.button("Edit").click();
    assertThat(WEB.page().getByLabel("New address")).hasValue("https://ci.example.org/<b>hook</b>");
    WEB.page().getByLabel("New address").fill("http://ci.example.org/");
    WEB.button("Save").click();
    assertThat(WEB.page().getByText("url: it must begin with https://.")).isVisible();
    Screens.take(WEB.page(), "team-webhook-edit", "[aria-label=Webhooks]");
    WEB.page().getByLabel("New address").fill("https://ci.example.org/2");
    WEB.page().getByLabel("Change a webhook").getByText("a run failed in part").click();
    WEB.api().on("PATCH /teams/crew/webhooks/w-1", hook);
    WEB.button("Save").click();
    assertThat(WEB.page().getByText("It holds for what waits as well.")).isVisible();
    assertThat(WEB.page().getByLabel("New address")).hasCount(0);
    assertThat(WEB.button("Edit")).isFocused();
    WEB.api()
        .on(
            "GET /teams/crew/webhooks",
            "[" + hook.replace("\"active\":true", "\"active\":false") + "]");
    WEB.button("Switch off").click();

    assertThat(WEB.row("https://ci.example.org")).containsText("switched off");
    assertThat(WEB.button("Switch on")).isVisible();
    assertThat(WEB.button("Send a test")).isHidden();
    assertThat(bodies("/teams/crew/webhooks/w-1").subList(1, 3))
        .containsExactly(
            "{\"url\":\"https://ci.example.org/2\",\"events\":[\"run-ended\"],\"active\":null}",
            "{\"url\":null,\"events\":null,\"active\":false}");
  }

  @Test
  void aPlatformThatSendsNoMailSaysSo() {
    WEB.openSignedIn("account");

    assertThat(WEB.page().getByText("This platform sends no mail")).isVisible();
  }

  @Test
  void anAddressIsConfirmedByACodeBeforeAnythingElse() {
    WEB.api().on("GET /me/mail", "{\"available\":true,\"confirmed\":false,\"events\":[]}");
    WEB.api().on("PUT /me/mail", mail(false));
    WEB.api().on("POST /me/mail/confirmation", mail(true));
    WEB.api().on("PUT /me/mail/events", mail(true));
    WEB.openSignedIn("account");
    WEB.page().getByLabel("Address").fill("ada@example.org");
    WEB.button("Send me a code").click();
    assertThat(WEB.page().getByText("A code is on its way to")).isVisible();
    code().fill("12345678");
    WEB.button("Confirm").click();

    assertThat(WEB.page().getByText("You get mail at ada@example.org.")).isVisible();
    Screens.take(WEB.page(), "account-mail", "[aria-label=Mail]");
    WEB.page().getByText("a leaderboard has changed").click();
    WEB.button("Save").click();

    assertThat(WEB.page().getByText("It holds from now on.")).isVisible();
    assertThat(bodies("/me/mail/events"))
        .containsExactly("{\"events\":[\"board-changed\",\"run-ended\"]}");
  }

  private static Locator code() {
    return WEB.page().getByLabel("Code", new GetByLabelOptions().setExact(true));
  }

  private static String mail(boolean confirmed) {
    return "{\"available\":true,\"address\":\"ada@example.org\",\"confirmed\":%s,\"events\":[\"run-ended\"]}"
        .formatted(confirmed);
  }

  private static List<String> bodies(String path) {
    return WEB.api().seen().stream()
        .filter(seen -> !seen.method().equals("GET") && seen.uri().equals("/api/v1" + path))
        .map(Seen::body)
        .toList();
  }
}
