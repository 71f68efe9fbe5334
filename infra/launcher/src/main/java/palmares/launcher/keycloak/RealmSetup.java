package palmares.launcher.keycloak;

import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ClientScopeRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;

/// Sees to it that a realm has all that Palmares needs of it, and leaves everything else as it is.
/// Doing it again changes nothing.
final class RealmSetup {

  static final String REALM = "palmares";
  static final String API_CLIENT = "palmares-api";
  static final String WEB_CLIENT = "palmares-web";
  static final String REALM_ROLE_PREFIX = "palmares-";
  static final List<String> ROLES = List.of("member", "organiser", "admin");

  private static final String SCOPE = "palmares";
  private static final String OPENID = "openid-connect";
  private static final int ACCESS_TOKEN_SECONDS = 300;

  private final Keycloak keycloak;
  private final URI origin;

  /// @param origin the public address of the pages, where people come back to from signing in
  RealmSetup(Keycloak keycloak, URI origin) {
    this.keycloak = keycloak;
    this.origin = origin;
  }

  /// @return whether the realm was not there before
  boolean run() {
    var created = realm();
    var realm = keycloak.realm(REALM);
    roles(realm);
    apiClient(realm);
    scope(realm);
    webClient(realm);
    return created;
  }

  /// What the pages prove by that it is they who ask.
  String webClientSecret() {
    var realm = keycloak.realm(REALM);
    return realm.clients().get(idOf(realm, WEB_CLIENT)).getSecret().getValue();
  }

  private boolean realm() {
    try {
      keycloak.realm(REALM).toRepresentation();
      return false;
    } catch (NotFoundException e) {
      var realm = new RealmRepresentation();
      realm.setRealm(REALM);
      realm.setDisplayName("Palmares");
      realm.setEnabled(true);
      realm.setRegistrationAllowed(false);
      realm.setBruteForceProtected(true);
      realm.setAccessTokenLifespan(ACCESS_TOKEN_SECONDS);
      keycloak.realms().create(realm);
      return true;
    }
  }

  private static void roles(RealmResource realm) {
    var present = realm.roles().list().stream().map(RoleRepresentation::getName).toList();
    for (var role : ROLES) {
      if (!present.contains(REALM_ROLE_PREFIX + role)) {
        realm
            .roles()
            .create(
                new RoleRepresentation(
                    REALM_ROLE_PREFIX + role, "What a Palmares " + role + " may do", false));
      }
    }
  }

  /// Stands for the api: the audience of its tokens, with roles of its own. Nobody signs in by it.
  private static void apiClient(RealmResource realm) {
    var client = new ClientRepresentation();
    client.setClientId(API_CLIENT);
    client.setName("Palmares api");
    client.setProtocol(OPENID);
    client.setPublicClient(false);
    client.setStandardFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(false);
    client.setServiceAccountsEnabled(false);
    put(realm, client);
    var roles = realm.clients().get(idOf(realm, API_CLIENT)).roles();
    var present = roles.list().stream().map(RoleRepresentation::getName).toList();
    for (var role : ROLES) {
      if (!present.contains(role)) {
        roles.create(new RoleRepresentation(role, "What a Palmares " + role + " may do", false));
      }
    }
  }

  /// What a client's tokens carry for us: our api as audience, and the groups with their paths.
  private static void scope(RealmResource realm) {
    var present =
        realm.clientScopes().findAll().stream()
            .filter(each -> SCOPE.equals(each.getName()))
            .findFirst();
    if (present.isEmpty()) {
      var scope = new ClientScopeRepresentation();
      scope.setName(SCOPE);
      scope.setProtocol(OPENID);
      scope.setAttributes(
          Map.of("include.in.token.scope", "false", "display.on.consent.screen", "false"));
      scope.setProtocolMappers(List.of(audience(), groups()));
      realm.clientScopes().create(scope).close();
      return;
    }
    var mappers = realm.clientScopes().get(present.get().getId()).getProtocolMappers();
    var names = mappers.getMappers().stream().map(ProtocolMapperRepresentation::getName).toList();
    for (var mapper : List.of(audience(), groups())) {
      if (!names.contains(mapper.getName())) {
        mappers.createMapper(mapper).close();
      }
    }
  }

  private static ProtocolMapperRepresentation audience() {
    return mapper(
        "palmares-audience",
        "oidc-audience-mapper",
        Map.of("included.client.audience", API_CLIENT, "access.token.claim", "true"));
  }

  private static ProtocolMapperRepresentation groups() {
    return mapper(
        "palmares-groups",
        "oidc-group-membership-mapper",
        Map.of("claim.name", "groups", "full.path", "true", "access.token.claim", "true"));
  }

  private static ProtocolMapperRepresentation mapper(
      String name, String kind, Map<String, String> config) {
    var mapper = new ProtocolMapperRepresentation();
    mapper.setName(name);
    mapper.setProtocol(OPENID);
    mapper.setProtocolMapper(kind);
    mapper.setConfig(config);
    return mapper;
  }

  /// The pages: authorization code with PKCE alone, back to one address alone.
  private void webClient(RealmResource realm) {
    var client = new ClientRepresentation();
    client.setClientId(WEB_CLIENT);
    client.setName("Palmares");
    client.setProtocol(OPENID);
    client.setPublicClient(false);
    client.setStandardFlowEnabled(true);
    client.setImplicitFlowEnabled(false);
    client.setDirectAccessGrantsEnabled(false);
    client.setServiceAccountsEnabled(false);
    client.setBaseUrl(origin + "/");
    client.setRedirectUris(List.of(origin + "/sign-in/keycloak/back"));
    client.setWebOrigins(List.of());
    client.setAttributes(
        Map.of(
            "pkce.code.challenge.method",
            "S256",
            "post.logout.redirect.uris",
            origin + "/",
            "backchannel.logout.url",
            origin + "/sign-in/keycloak/logout",
            "backchannel.logout.session.required",
            "true"));
    put(realm, client);
    var scopeId =
        realm.clientScopes().findAll().stream()
            .filter(each -> SCOPE.equals(each.getName()))
            .findFirst()
            .orElseThrow()
            .getId();
    realm.clients().get(idOf(realm, WEB_CLIENT)).addDefaultClientScope(scopeId);
  }

  private static void put(RealmResource realm, ClientRepresentation client) {
    var present = realm.clients().findByClientId(client.getClientId());
    if (present.isEmpty()) {
      realm.clients().create(client).close();
    } else {
      realm.clients().get(present.getFirst().getId()).update(client);
    }
  }

  private static String idOf(RealmResource realm, String client) {
    return realm.clients().findByClientId(client).getFirst().getId();
  }
}
