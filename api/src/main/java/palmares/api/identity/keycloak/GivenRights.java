package palmares.api.identity.keycloak;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Role;

/// What a token's claims give: the highest of our roles among its realm roles (`palmares-admin`)
/// and the roles of our client (`admin`), and the groups that become teams.
final class GivenRights {

  private static final String REALM_PREFIX = "palmares-";
  private static final int MAX_GROUPS = 200;
  private static final int MAX_PATH = 255;

  private GivenRights() {}

  static @Nullable Role role(JWTClaimsSet claims, String client) {
    var realm = texts(within(claims.getClaim("realm_access"), "roles"));
    var ofClient = texts(within(within(claims.getClaim("resource_access"), client), "roles"));
    Role highest = null;
    for (var role : Role.values()) {
      if (realm.contains(REALM_PREFIX + role.word()) || ofClient.contains(role.word())) {
        highest = role;
      }
    }
    return highest;
  }

  static List<String> groups(JWTClaimsSet claims, String prefix) {
    return texts(claims.getClaim("groups")).stream()
        .filter(path -> path.startsWith(prefix) && path.length() <= MAX_PATH)
        .distinct()
        .limit(MAX_GROUPS)
        .toList();
  }

  private static @Nullable Object within(@Nullable Object claim, String name) {
    return claim instanceof Map<?, ?> fields ? fields.get(name) : null;
  }

  private static List<String> texts(@Nullable Object claim) {
    return claim instanceof List<?> items
        ? items.stream().filter(String.class::isInstance).map(String.class::cast).toList()
        : List.of();
  }
}
