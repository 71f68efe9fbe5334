package palmares.api.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Stands in for a realm: it serves keys, and signs whatever a test wants signed.
final class TestRealm implements AutoCloseable {

  private final HttpServer server;
  private volatile List<RSAKey> keys = List.of(newKey());
  private volatile boolean away;

  private TestRealm(HttpServer server) {
    this.server = server;
    server.createContext(
        "/realms/test/protocol/openid-connect/certs",
        exchange -> {
          var body = new JWKSet(List.copyOf(keys)).toString().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(away ? 500 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  static TestRealm start() {
    try {
      return new TestRealm(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test";
  }

  RSAKey key() {
    return keys.getFirst();
  }

  /// From now on the realm signs with another key, and serves it alone.
  void rotate() {
    keys = List.of(newKey());
  }

  void goAway(boolean gone) {
    away = gone;
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(UUID.randomUUID().toString())
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The claims of a good access token, for someone with one realm role.
  JWTClaimsSet.Builder claims(String subject, String role) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer())
        .audience(List.of("palmares-api", "account"))
        .subject(subject)
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
        .claim("typ", "Bearer")
        .claim("preferred_username", subject)
        .claim("realm_access", Map.of("roles", List.of("offline_access", role)));
  }

  String token(JWTClaimsSet.Builder claims) {
    return sign(key(), JOSEObjectType.JWT, claims);
  }

  static String sign(RSAKey key, JOSEObjectType type, JWTClaimsSet.Builder claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).type(type).build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
