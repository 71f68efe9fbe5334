package palmares.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebConfigTest {

  @Test
  void nothingSetGivesTheDefaults() {
    var config = WebConfig.from(Map.of());

    assertThat(config)
        .isEqualTo(
            new WebConfig(
                8080,
                "127.0.0.1",
                URI.create("http://127.0.0.1:8090"),
                Duration.ofSeconds(60),
                false));
  }

  @Test
  void everySettingHasItsName() {
    var config =
        WebConfig.from(
            Map.of(
                "palmares.web.port", "9000",
                "palmares.web.bind", "0.0.0.0",
                "palmares.web.api", "https://api.example:8443",
                "palmares.web.api-timeout", "PT5S",
                "palmares.web.trust-forwarded", "true"));

    assertThat(config)
        .isEqualTo(
            new WebConfig(
                9000,
                "0.0.0.0",
                URI.create("https://api.example:8443"),
                Duration.ofSeconds(5),
                true));
  }

  @Test
  void theEnvironmentsNamesAreUnderstoodAndTheOthersAreStronger() {
    var config =
        WebConfig.from(
            Map.of(
                "PALMARES_WEB_PORT", "9000",
                "PALMARES_WEB_API_TIMEOUT", "PT5S",
                "palmares.web.port", "9001"));

    assertThat(config.port()).isEqualTo(9001);
    assertThat(config.apiTimeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @ParameterizedTest
  @CsvSource({
    "palmares.web.port, 70000",
    "palmares.web.port, http",
    "palmares.web.bind, ' '",
    "palmares.web.api, ftp://somewhere",
    "palmares.web.api, http://somewhere/api",
    "palmares.web.api, 'http://some where'",
    "palmares.web.api-timeout, PT0S",
    "palmares.web.api-timeout, 5",
    "palmares.web.trust-forwarded, yes"
  })
  void aWrongSettingIsRefusedByItsName(String name, String value) {
    assertThatThrownBy(() -> WebConfig.from(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }
}
