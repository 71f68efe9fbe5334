package palmares.web.identity;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The realm of Keycloak at which people sign in.
///
/// @param issuer the realm's address, as browsers reach it and as its tokens name it
/// @param internal the same as this process reaches it, if that is another one
/// @param client that stands for these pages
/// @param secret of that client
/// @param origin the public address of these pages, without a path
/// @param plainHttp whether the realm may be asked without TLS beyond this machine
public record OpenIdConfig(
    URI issuer,
    @Nullable URI internal,
    String client,
    String secret,
    URI origin,
    boolean plainHttp) {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  public OpenIdConfig {
    checkAddress("The public origin", origin);
    checkRealm("The issuer", issuer, plainHttp);
    if (internal != null) {
      checkRealm("The realm's internal address", internal, plainHttp);
    }
    if (!Objects.requireNonNullElse(origin.getPath(), "").isEmpty()) {
      throw new IllegalArgumentException("The public origin must have no path: " + origin);
    }
    // Whoever reads along would read the code and could be first to use it.
    if ("http".equals(origin.getScheme()) && !THIS_MACHINE.contains(origin.getHost())) {
      throw new IllegalArgumentException(
          "The public origin must be https (http only on this machine): " + origin);
    }
    if (client.isBlank() || secret.isBlank()) {
      throw new IllegalArgumentException("The pages need a client of the realm with its secret");
    }
  }

  private static void checkAddress(String what, URI address) {
    boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
    if (!http || address.getHost() == null) {
      throw new IllegalArgumentException(what + " must be an http or https address: " + address);
    }
  }

  // The client's secret and everybody's tokens go there.
  private static void checkRealm(String what, URI address, boolean plainHttp) {
    checkAddress(what, address);
    if (!plainHttp
        && "http".equals(address.getScheme())
        && !THIS_MACHINE.contains(address.getHost())) {
      throw new IllegalArgumentException(
          what + " must be https (http only on this machine): " + address);
    }
  }

  /// What a browser is sent to.
  URI authorization() {
    return URI.create(issuer + "/protocol/openid-connect/auth");
  }

  URI tokens() {
    return here("token");
  }

  URI keys() {
    return here("certs");
  }

  URI logout() {
    return here("logout");
  }

  private URI here(String endpoint) {
    return URI.create(
        (internal == null ? issuer : internal) + "/protocol/openid-connect/" + endpoint);
  }

  URI back() {
    return origin.resolve("/sign-in/keycloak/back");
  }

  /// Leaves the secret out.
  @Override
  public String toString() {
    return "OpenIdConfig[issuer=" + issuer + ", client=" + client + ", origin=" + origin + "]";
  }
}
