package palmares.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.contract.testing.Tab;

/// Files that people leave on the disk of the web role are counted.
final class UploadInBrowserTest {

  @RegisterExtension static final OpenPage WEB = new OpenPage();

  @Test
  void aFourthFileOfAnAccountWaitsUntilAnotherPageIsLeft() {
    WEB.openSignedIn("submit");
    var others = new ArrayList<Tab>();
    for (int i = 0; i < 3; i++) {
      var tab = WEB.tabAt(WEB.address());
      tab.open("submit");
      upload(tab.page());
      assertThat(tab.page().locator("vaadin-upload-file[complete]")).isVisible();
      others.add(tab);
    }

    upload(WEB.page());
    assertThat(WEB.page().getByText("3 files of yours are being submitted already")).isVisible();
    others.getFirst().link("Leaderboards").click();
    assertThat(others.getFirst().page().getByText("Who wins head to head?")).isVisible();
    WEB.open("submit");
    upload(WEB.page());

    assertThat(WEB.page().locator("vaadin-upload-file[complete]")).isVisible();
  }

  private static void upload(Page page) {
    page.locator("input[type=file]")
        .setInputFiles(
            new FilePayload(
                "mine.jsonl",
                "application/octet-stream",
                "{\"id\":\"a\"}\n".getBytes(StandardCharsets.UTF_8)));
  }
}
