package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PeopleInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @BeforeEach
  void answers() {
    WEB.api().forget();
    PeopleAnswers.on(WEB.api());
  }

  @Test
  void theAccountSaysWhoOneIsAndWhatSpeaksInOnesName() {
    WEB.openSignedIn("account");

    assertThat(WEB.heading()).hasText("Who am I here?");
    assertThat(WEB.page().getByText("You are admin, and you may do everything")).isVisible();
    assertThat(WEB.row("ci-nightly")).containsText("read, submit");
    // The browser is in Tokyo; the API said 10:05 UTC.
    assertThat(WEB.row("ci-nightly")).containsText("21 Nov 2026, 19:05");
    assertThat(WEB.row("this browser")).isVisible();
  }

  @Test
  void aTokenIsShownOnceAndOnlyWhereItWasMade() {
    WEB.openSignedIn("account");
    WEB.page().getByLabel("Name").fill("my-laptop");
    WEB.button("Create token").click();

    assertThat(WEB.page().getByText("plm_secret-of-my-laptop")).isVisible();
    assertThat(bodies("POST", "/tokens"))
        .containsExactly("{\"name\":\"my-laptop\",\"scopes\":[\"read\"],\"expiresInDays\":90}");
    WEB.open("account");
    assertThat(WEB.row("ci-nightly")).isVisible();
    assertThat(WEB.page().getByText("plm_secret-of-my-laptop")).hasCount(0);
  }

  @Test
  void aTokenIsRevokedOnlyAfterASecondWord() {
    WEB.openSignedIn("account");
    WEB.row("ci-nightly").getByText("Revoke").click();
    assertThat(WEB.page().getByText("Whatever uses “ci-nightly” is refused")).isVisible();
    assertThat(bodies("DELETE", "/tokens/t-1")).isEmpty();

    WEB.button("Revoke it").click();

    assertThat(WEB.page().getByText("is refused from now on")).isVisible();
    assertThat(bodies("DELETE", "/tokens/t-1")).hasSize(1);
  }

  @Test
  void signingOutEverywhereElseAsksFirst() {
    WEB.openSignedIn("account");
    WEB.button("Sign out everywhere else").click();
    WEB.button("Sign them out").click();

    assertThat(WEB.page().getByText("Only this browser is still signed in.")).isVisible();
    assertThat(bodies("DELETE", "/sessions")).hasSize(1);
  }

  @Test
  void aPasswordTooShortOrNotTheSameTwiceIsNotSent() {
    WEB.openSignedIn("account");
    WEB.page().getByLabel("New password").fill("short");
    WEB.button("Set password").click();
    assertThat(WEB.page().getByText("It has 5 characters; 12 to 200 are needed.")).isVisible();
    WEB.page().getByLabel("New password").fill("long enough to be one");
    WEB.page().getByLabel("The same once more").fill("long enough to be two");
    WEB.button("Set password").click();
    assertThat(WEB.page().getByText("Not the same twice")).isVisible();
    assertThat(bodies("PUT", "/me/secret")).isEmpty();

    WEB.page().getByLabel("Password of now").fill("the old one");
    WEB.page().getByLabel("The same once more").fill("long enough to be one");
    WEB.button("Set password").click();

    assertThat(WEB.page().getByText("Password set")).isVisible();
    assertThat(WEB.page().getByLabel("Password of now")).hasValue("");
    assertThat(bodies("PUT", "/me/secret"))
        .containsExactly("{\"secret\":\"long enough to be one\",\"current\":\"the old one\"}");
  }

  @Test
  void anOwnerSeesMembersInvitesOneAndTakesTheInvitationBack() {
    WEB.openSignedIn("teams");
    assertThat(WEB.page().getByText("3 members · you are an owner")).isVisible();
    WEB.page().getByText("crew").click();
    assertThat(WEB.heading()).hasText("crew");
    assertThat(WEB.row("<b>bob</b>")).isVisible();

    WEB.api().on("GET /teams/crew/invitations", "[" + PeopleAnswers.invitation(false) + "]");
    WEB.button("Make a link").click();

    assertThat(WEB.page().getByText(WEB.address() + "/invitation#one-time-invitation")).isVisible();
    WEB.api().on("GET /teams/crew/invitations", "[]");
    WEB.row("24 Nov 2026").getByText("Withdraw").click();
    WEB.button("Withdraw it").click();
    assertThat(WEB.page().getByText("Nobody has an invitation that is still open.")).isVisible();
  }

  @Test
  void whyAMemberCannotBeRemovedIsSaid() {
    WEB.api().refuse("DELETE /teams/crew/members/ada", 409, "A team has an owner.");
    WEB.openSignedIn("teams/crew");
    WEB.row("ada").getByText("Remove").click();
    WEB.button("Remove ada").click();

    assertThat(WEB.page().getByText("A team has an owner.")).isVisible();
  }

  @Test
  void aTeamSeesWhatItMaySpendAndAnAdministratorSetsIt() {
    WEB.openSignedIn("teams/crew");
    assertThat(WEB.row("all work")).containsText("25.50");
    assertThat(WEB.row("short-reading 1")).containsText("1,000,000 tokens");
    WEB.page().getByText("Ledger, newest first").click();
    assertThat(WEB.row("given back for judge@1 on 5 examples: the worker was lost"))
        .containsText("1.25");

    WEB.api().on("PUT /teams/crew/budgets", PeopleAnswers.budgets(27_000_000));
    WEB.page().getByText("Set a budget").click();
    WEB.page().getByLabel("In all").fill("40.000001");
    WEB.button("Set").click();

    assertThat(WEB.row("all work")).containsText("27.00");
    assertThat(bodies("PUT", "/teams/crew/budgets"))
        .singleElement()
        .asString()
        .contains("\"amount\":40000001");
  }

  @Test
  void anInvitationSurvivesSigningInAndItsSecretLeavesTheAddress() {
    WEB.open("invitation#one-time-invitation");
    assertThat(WEB.heading()).hasText("Who are you?");
    WEB.signIn();

    assertThat(WEB.heading()).hasText("Do you want to join?");
    assertThat(WEB.page().getByText("You would be")).isVisible();
    assertThat(WEB.page().url()).doesNotContain("one-time-invitation");
    WEB.button("Join crew").click();
    assertThat(WEB.heading()).hasText("crew");
  }

  @Test
  void anInvitationThatIsOverSaysSo() {
    WEB.api().refuse("POST /invitations/offer", 404, "There is no such invitation.");
    WEB.openSignedIn("invitation#gone");

    assertThat(WEB.page().getByText("There is no such invitation.")).isVisible();
    WEB.open("invitation");
    assertThat(WEB.page().getByText("The link is not complete.")).isVisible();
  }

  private static List<String> bodies(String method, String path) {
    return WEB.api().seen().stream()
        .filter(seen -> seen.method().equals(method) && seen.uri().equals("/api/v1" + path))
        .map(StubApi.Seen::body)
        .toList();
  }
}
