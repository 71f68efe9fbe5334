package palmares.api.identity.keycloak;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose tokens are taken. Without an issuer there are only local accounts.
///
/// @param issuer the realm's address, as its tokens name it
/// @param audience that a token must name: the client that stands for this api
/// @param internal the realm's address as this process reaches it, if that is another one
/// @param skew by how much the provider's clock may differ
/// @param groups beginning of the paths of the groups that become teams
/// @param plainHttp whether addresses beyond this machine may do without TLS
@ConfigurationProperties("palmares.keycloak")
@Requires(property = "palmares.keycloak.issuer")
record KeycloakConfig(
    URI issuer,
    @Bindable(defaultValue = "palmares-api") String audience,
    @Nullable URI internal,
    @Bindable(defaultValue = "PT30S") Duration skew,
    @Bindable(defaultValue = "/") String groups,
    @Bindable(defaultValue = "false") boolean plainHttp) {

  private static final Duration MAX_SKEW = Duration.ofMinutes(5);
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  KeycloakConfig {
    check("palmares.keycloak.issuer", issuer, plainHttp);
    if (internal != null) {
      check("palmares.keycloak.internal", internal, plainHttp);
    }
    if (audience.isBlank()) {
      throw new IllegalArgumentException("palmares.keycloak.audience must name a client");
    }
    if (skew.isNegative() || skew.compareTo(MAX_SKEW) > 0) {
      throw new IllegalArgumentException(
          "palmares.keycloak.skew must be in PT0S..%s: %s".formatted(MAX_SKEW, skew));
    }
    if (!groups.startsWith("/")) {
      throw new IllegalArgumentException(
          "palmares.keycloak.groups must be the beginning of a path such as /teams/: " + groups);
    }
  }

  /// Who could change an answer on its way would make tokens of their own.
  private static void check(String name, URI address, boolean plainHttp) {
    var isPlain = "http".equals(address.getScheme());
    var isAllowed =
        "https".equals(address.getScheme())
            || isPlain && (plainHttp || THIS_MACHINE.contains(String.valueOf(address.getHost())));
    if (address.getHost() == null || !isAllowed) {
      throw new IllegalArgumentException(
          name + " must be an https address (http only on this machine): " + address);
    }
  }

  /// Where the realm's public keys are.
  URI keys() {
    return URI.create((internal == null ? issuer : internal) + "/protocol/openid-connect/certs");
  }
}
