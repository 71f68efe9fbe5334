package palmares.contract.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A tab of a browser on one origin, and what a person finds there by its words. It remembers what
/// its pages complain of: scripts that fail, and what the content security policy kept out.
public final class Tab {

  private final Page page;
  private final URI origin;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  /// @param context shared by tabs of one person; whoever made it closes it
  public Tab(BrowserContext context, URI origin) {
    this.page = context.newPage();
    this.origin = origin;
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && message.text().contains("Content Security Policy")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  public Page page() {
    return page;
  }

  public URI origin() {
    return origin;
  }

  public List<String> complaints() {
    return List.copyOf(complaints);
  }

  /// Goes to a path without its first slash, as a link from elsewhere does.
  public void open(String path) {
    page.navigate(origin + "/" + path);
  }

  /// Fills in the form of the page where people say who they are.
  public void signIn(String account, String secret) {
    page.getByLabel("Account").fill(account);
    page.getByLabel("Password or one-time secret").fill(secret);
    button("Sign in").click();
  }

  public Locator heading() {
    return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
  }

  public Locator banner() {
    return page.getByRole(AriaRole.BANNER);
  }

  public Locator text(String words) {
    return page.getByText(words);
  }

  public Locator field(String label) {
    return page.getByLabel(label);
  }

  /// The button with exactly these words.
  public Locator button(String words) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(words).setExact(true));
  }

  public Locator link(String words) {
    return page.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(words));
  }

  /// Rows of tables that have these words anywhere.
  public Locator row(String words) {
    return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(words));
  }
}
