package palmares.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/submit", "/leaderboards/b-1?row=3", "/a//b", "/x?next=//y.org"})
  void aPathOfOursIsKept(String path) {
    assertThat(OwnPath.of(path)).isEqualTo(path);
  }

  // What the OWASP cheat sheet on unvalidated redirects and browsers' reading of addresses allow.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example",
        "/\t/evil.example/",
        "/\n/evil.example/",
        " //evil.example/",
        "javascript:alert(1)",
        "evil.example",
        "",
        "/\r\nSet-Cookie: a=b",
        "/%",
        "/../teams",
        "/teams/%2e%2e/account"
      })
  void whatCouldLeadElsewhereLeadsHome(String wanted) {
    assertThat(OwnPath.of(wanted)).isEqualTo("/");
  }

  @Test
  void nothingWantedLeadsHome() {
    assertThat(OwnPath.of(null)).isEqualTo("/");
  }
}
