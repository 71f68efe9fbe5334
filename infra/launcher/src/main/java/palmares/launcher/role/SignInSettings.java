package palmares.launcher.role;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.Surroundings;
import palmares.web.identity.OpenIdConfig;

/// The realm of Keycloak that people sign in at, as far as the roles were told of one. Without an
/// issuer there is none, and only the platform's own accounts.
public final class SignInSettings {

  private final RoleSettings settings;

  private SignInSettings(RoleSettings settings) {
    this.settings = settings;
  }

  static SignInSettings of(RoleSettings settings) {
    return new SignInSettings(settings);
  }

  /// What the environment alone says, for all roles in one process.
  public static SignInSettings ofEnvironment(Surroundings surroundings) {
    return new SignInSettings(
        RoleSettings.read("sign-in", Settings.OF_SIGN_IN, surroundings, null));
  }

  private boolean hasRealm() {
    return !settings.text(Settings.KEYCLOAK_ISSUER).isEmpty();
  }

  /// As the api calls them.
  public Map<String, Object> ofApi() {
    if (!hasRealm()) {
      return Map.of();
    }
    var properties =
        new HashMap<String, Object>(
            Map.of(
                "palmares.keycloak.issuer",
                settings.address(Settings.KEYCLOAK_ISSUER).toString(),
                "palmares.keycloak.audience",
                settings.text(Settings.KEYCLOAK_AUDIENCE),
                "palmares.keycloak.groups",
                settings.text(Settings.KEYCLOAK_GROUPS),
                "palmares.keycloak.plain-http",
                settings.flag(Settings.KEYCLOAK_PLAIN_HTTP)));
    var internal = internal();
    if (internal != null) {
      properties.put("palmares.keycloak.internal", internal.toString());
    }
    return properties;
  }

  /// As the pages take them.
  ///
  /// @param origin of the pages, where nothing else is said
  public @Nullable OpenIdConfig ofWeb(@Nullable URI origin) {
    if (!hasRealm()) {
      return null;
    }
    var told =
        settings.text(Settings.ORIGIN).isEmpty() ? origin : settings.address(Settings.ORIGIN);
    var secret = settings.text(Settings.KEYCLOAK_CLIENT_SECRET);
    if (told == null || secret.isEmpty()) {
      throw CommandFailure.badInput(
          "to sign people in at %s the pages also need %s and %s"
              .formatted(
                  settings.text(Settings.KEYCLOAK_ISSUER),
                  Settings.ORIGIN.name(),
                  Settings.KEYCLOAK_CLIENT_SECRET.name()));
    }
    return new OpenIdConfig(
        settings.address(Settings.KEYCLOAK_ISSUER),
        internal(),
        settings.text(Settings.KEYCLOAK_CLIENT),
        secret,
        told,
        settings.flag(Settings.KEYCLOAK_PLAIN_HTTP));
  }

  private @Nullable URI internal() {
    return settings.text(Settings.KEYCLOAK_INTERNAL).isEmpty()
        ? null
        : settings.address(Settings.KEYCLOAK_INTERNAL);
  }
}
