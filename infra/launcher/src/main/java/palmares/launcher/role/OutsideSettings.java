package palmares.launcher.role;

import java.util.HashMap;
import java.util.Map;

/// What the api is told of secrets, and of the world that it sends webhooks and mail to.
final class OutsideSettings {

  private static final Map<Setting, String> NAMES =
      Map.ofEntries(
          Map.entry(Settings.ORIGIN, "palmares.origin"),
          Map.entry(Settings.VAULT_KEY_FILE, "palmares.vault.key-file"),
          Map.entry(Settings.EGRESS_ALLOW, "palmares.egress.allow"),
          Map.entry(Settings.EGRESS_PORTS, "palmares.egress.ports"),
          Map.entry(Settings.EGRESS_PLAIN_HTTP, "palmares.egress.plain-http"),
          Map.entry(Settings.SMTP_HOST, "palmares.smtp.host"),
          Map.entry(Settings.SMTP_PORT, "palmares.smtp.port"),
          Map.entry(Settings.SMTP_TLS, "palmares.smtp.tls"),
          Map.entry(Settings.SMTP_FROM, "palmares.smtp.from"),
          Map.entry(Settings.SMTP_USER, "palmares.smtp.user"),
          Map.entry(Settings.SMTP_PASSWORD, "palmares.smtp.password"));

  private OutsideSettings() {}

  /// What is said, under the api's own names; what is not, the api has a word for itself.
  static Map<String, Object> of(RoleSettings settings) {
    var properties = new HashMap<String, Object>();
    NAMES.forEach((setting, name) -> {
      var said = settings.text(setting);
      if (!said.isEmpty()) {
        properties.put(name, said);
      }
    });
    return properties;
  }
}
