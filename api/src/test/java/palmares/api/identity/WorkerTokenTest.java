package palmares.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.api.RunningApi;

class WorkerTokenTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  /// Who scores its own submissions sees the gold of others.
  @ParameterizedTest
  @ValueSource(strings = {"", ",\"jobKinds\":[]", ",\"jobKinds\":null"})
  void aTeamsPoolIsGoodForGenerateAloneUnlessMoreIsNamed(String kinds) {
    API.member("rivals");

    var made =
        API.admin()
            .post(
                "worker-tokens",
                "{\"name\":\"w\",\"pool\":\"own\",\"teams\":[\"rivals\"]" + kinds + "}");

    assertThat(made.at("jobKinds")).as(made.text()).isEqualTo("list of 1");
    assertThat(made.at("jobKinds[0]")).isEqualTo("generate");
  }

  @Test
  void whoMayTakeWhatIsListedWithoutTheTokens() {
    var made =
        API.admin()
            .post(
                "worker-tokens",
                "{\"name\":\"listed\",\"pool\":\"gpu\",\"jobKinds\":[\"score\"],\"expiresInDays\":7}");

    var listed = API.admin().get("worker-tokens");

    assertThat(listed.text())
        .contains("\"name\":\"listed\"", "\"pool\":\"gpu\"", made.at("id"))
        .doesNotContain(made.at("token"));
    assertThat(made.at("expiresAt")).startsWith("20");
  }
}
