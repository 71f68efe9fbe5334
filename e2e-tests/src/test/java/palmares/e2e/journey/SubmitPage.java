package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.FilePayload;
import palmares.contract.testing.Tab;
import palmares.e2e.journey.OnPlatform.Person;

/// What a person fills in to submit, and what came of it.
final class SubmitPage {

  private SubmitPage() {}

  static Locator system(Tab tab) {
    return tab.page().getByLabel("System", new GetByLabelOptions().setExact(true));
  }

  static void upload(Tab tab, byte[] responses) {
    choose(tab, responses);
    assertThat(tab.page().locator("vaadin-upload-file[complete]")).isVisible();
  }

  /// Begins to upload, and does not wait for the end of it.
  static void choose(Tab tab, byte[] responses) {
    tab.page()
        .locator("input[type=file]")
        .setInputFiles(new FilePayload("responses.jsonl", "application/jsonl", responses));
  }

  /// How many submissions of the person's teams the platform knows of.
  static int submissions(Person as, String benchmark) throws Exception {
    return as.api().get("/submissions?benchmark=" + benchmark).body().get("items").size();
  }
}
