package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.e2e.journey.SubmitPage.submissions;
import static palmares.e2e.journey.SubmitPage.system;
import static palmares.e2e.journey.SubmitPage.upload;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubmitJourneyTest {

  @RegisterExtension static final OnPlatform HERE = new OnPlatform();

  @Test
  void aFileIsCheckedSubmittedFollowedAndSeenRanked() throws Exception {
    Capitals.publish(HERE.admin(), "ranked");
    var mia = HERE.person("mia", "member");
    var tab = HERE.stranger();
    tab.open("benchmarks/ranked");
    tab.page()
        .getByRole(AriaRole.MAIN)
        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Submit"))
        .click();
    tab.signIn(mia.name(), mia.password());

    system(tab).fill("mia-1");
    upload(tab, Capitals.responses());
    tab.button("Check").click();
    assertThat(tab.text("No problems")).isVisible();
    tab.button("Submit").click();

    assertThat(tab.heading()).hasText("mia-1");
    assertThat(tab.text("Complete: everything is evaluated.")).isVisible();
    tab.link("Capitals of ranked").click();
    assertThat(tab.row("mia-1")).containsText("2/2");
    assertThat(tab.row("mia-1")).containsText("0.5");
  }

  @Test
  void aSecondClickIsNoSecondSubmission() throws Exception {
    Capitals.publish(HERE.admin(), "twice");
    var ben = HERE.person("ben", "member");
    var tab = HERE.signedIn(ben, "submit?benchmark=twice");
    system(tab).fill("ben-1");
    tab.field("or paste the lines").fill(Capitals.RESPONSES);

    tab.button("Submit").click(new Locator.ClickOptions().setClickCount(3));

    assertThat(tab.heading()).hasText("ben-1");
    assertThat(tab.text("Complete: everything is evaluated.")).isVisible();
    assertThat(submissions(ben, "twice")).isEqualTo(1);
  }
}
