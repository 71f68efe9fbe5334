package palmares.e2e.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInJourneyTest {

  @RegisterExtension static final OnPlatform HERE = new OnPlatform();

  private static OnPlatform.Person known;

  @BeforeAll
  static void somebodyIsKnown() throws Exception {
    known = HERE.person("kim", "member");
  }

  @Test
  void whoSignsOutInOneTabIsSignedOutInTheOther() throws Exception {
    var sam = HERE.person("sam", "member");
    var one = HERE.signedIn(sam, "account");
    var other = HERE.beside(one);
    other.open("submissions");
    assertThat(other.text("No submissions yet")).isVisible();

    one.banner().getByText("sam").click();
    one.button("Sign out").click();
    assertThat(one.banner().getByText("Sign in")).isVisible();
    one.page().goBack();

    assertThat(one.heading()).hasText("Who are you?");
    other.page().reload();
    assertThat(other.heading()).hasText("Who are you?");
    other.signIn(sam.name(), sam.password());
    assertThat(other.text("No submissions yet")).isVisible();
  }

  @Test
  void aWrongPasswordIsRefusedInWords() {
    var tab = HERE.stranger();
    tab.open("account");
    tab.signIn(known.name(), "not her password");

    assertThat(tab.text("No account has this name and secret.")).isVisible();
    tab.signIn(known.name(), known.password());
    assertThat(tab.heading()).hasText("Who am I here?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in?to=//evil.example/",
        "sign-in?to=https://evil.example/",
        "sign-in?to=/%5Cevil.example/",
        "sign-in?to=/%09/evil.example/",
        "sign-in?to=javascript:alert(1)",
        "sign-in?to=/../../evil.example"
      })
  void aSignInLeadsNowhereButHere(String address) {
    var tab = HERE.stranger();
    tab.open(address);
    tab.signIn(known.name(), known.password());

    assertThat(tab.banner().getByText(known.name())).isVisible();
    assertThat(tab.page()).hasURL(HERE.platform().origin() + "/");
  }
}
