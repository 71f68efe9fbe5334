package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import palmares.api.notification.SmtpConfig.Tls;

class NotificationConfigTest {

  @TempDir Path folder;

  @Test
  void withoutSettingsOnlyPublicAddressesAreAskedAndNoMailIsSent() {
    var egress = egress(Map.of());
    assertThat(egress.plainHttp()).isFalse();
    assertThat(egress.ports()).containsExactly(443);
    assertThat(egress.allow()).allMatch(String::isBlank);
    assertThat(smtp(Map.of()))
        .usingRecursiveComparison()
        .isEqualTo(new SmtpConfig(null, 587, null, null, null, null, Tls.STARTTLS));
    assertThat(smtp(Map.of()).isOn()).isFalse();
    assertThat(outbox(Map.of()))
        .isEqualTo(
            new OutboxConfig(
                10,
                Duration.ofSeconds(10),
                Duration.ofHours(6),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofDays(30)));
  }

  @Test
  void everySettingOfTheEgressPolicyHasItsName() {
    var config =
        egress(
            Map.of(
                "palmares.egress.plain-http", "true",
                "palmares.egress.ports", "443,8443",
                "palmares.egress.allow", "10.1.0.0/16,fd12::/16"));

    assertThat(config)
        .isEqualTo(new EgressConfig(true, List.of(443, 8443), List.of("10.1.0.0/16", "fd12::/16")));
  }

  @Test
  void everySettingOfTheMailServerHasItsName() throws IOException {
    var file = Files.writeString(folder.resolve("password"), "from-a-file\n");
    var config =
        smtp(
            Map.of(
                "palmares.smtp.host", "mail.example.org",
                "palmares.smtp.port", "465",
                "palmares.smtp.user", "boards",
                "palmares.smtp.password-file", file.toString(),
                "palmares.smtp.from", "boards@example.org",
                "palmares.smtp.tls", "TLS"));

    assertThat(config)
        .usingRecursiveComparison()
        .isEqualTo(
            new SmtpConfig(
                "mail.example.org", 465, "boards", null, file, "boards@example.org", Tls.TLS));
    assertThat(config.isOn()).isTrue();
    assertThat(config.secret()).isEqualTo("from-a-file");
  }

  @Test
  void everySettingOfTheOutboxHasItsName() {
    var config =
        outbox(
            Map.of(
                "palmares.outbox.attempts", "3",
                "palmares.outbox.first", "PT1S",
                "palmares.outbox.longest", "PT2S",
                "palmares.outbox.patience", "PT4S",
                "palmares.outbox.lease", "PT8S",
                "palmares.outbox.keep", "P1D"));

    assertThat(config)
        .isEqualTo(
            new OutboxConfig(
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4),
                Duration.ofSeconds(8),
                Duration.ofDays(1)));
  }

  @Test
  void thePasswordIsNotPrinted() {
    var config = smtp(Map.of("palmares.smtp.user", "boards", "palmares.smtp.password", "hidden"));

    assertThat(config.secret()).isEqualTo("hidden");
    assertThat(config.toString()).doesNotContain("hidden");
  }

  @Test
  void whatCannotWorkIsRefusedByItsName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpConfig("h", 0, null, null, null, "f", Tls.TLS))
        .withMessage("palmares.smtp.port must be in 1..65535: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpConfig("h", 25, null, null, null, null, Tls.TLS))
        .withMessageStartingWith("palmares.smtp.from");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmtpConfig("h", 25, "boards", null, null, "f", Tls.TLS))
        .withMessage("palmares.smtp.user needs a password, or a password-file: boards");
    assertThatThrownBy(() -> egress(Map.of("palmares.egress.allow", "10.1.0.0/99")).policy())
        .hasMessage("a range of 10.1.0.0 has 0 to 32 bits: 99");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> {
          var second = Duration.ofSeconds(1);
          new OutboxConfig(1, second, second, second, second, second);
        })
        .withMessage("palmares.outbox.lease must be twice the patience or more: PT1S, PT1S");
  }

  private static EgressConfig egress(Map<String, Object> settings) {
    return of(settings, context -> context.getBean(EgressConfig.class));
  }

  private static SmtpConfig smtp(Map<String, Object> settings) {
    return of(settings, context -> context.getBean(SmtpConfig.class));
  }

  private static OutboxConfig outbox(Map<String, Object> settings) {
    return of(settings, context -> context.getBean(OutboxConfig.class));
  }

  private static <T> T of(Map<String, Object> settings, Function<ApplicationContext, T> read) {
    try (var context =
        ApplicationContext.builder()
            .properties(Map.of("palmares.role", "api"))
            .properties(settings)
            .start()) {
      return read.apply(context);
    }
  }
}
