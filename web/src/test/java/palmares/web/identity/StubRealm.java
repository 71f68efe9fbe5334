package palmares.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands in for a realm: it answers to a code or a refresh token what a test tells it to.
final class StubRealm implements AutoCloseable {

  static final String CLIENT = "palmares-web";

  private final HttpServer server;
  private final RSAKey key = newKey();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile int status = 200;
  private volatile String answer = "{}";

  StubRealm() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    serve("certs", () -> 200, () -> new JWKSet(key).toString());
    serve("token", () -> status, () -> answer);
    serve("logout", () -> 204, () -> "");
    server.start();
  }

  private void serve(
      String endpoint,
      java.util.function.IntSupplier code,
      java.util.function.Supplier<String> body) {
    server.createContext(
        "/realms/test/protocol/openid-connect/" + endpoint,
        exchange -> {
          asked.add(
              endpoint
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          var bytes = body.get().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(code.getAsInt(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  OpenId client() {
    return new OpenId(
        new OpenIdConfig(
            issuer(), null, CLIENT, "secret", URI.create("http://localhost:8080"), false));
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/test");
  }

  RSAKey key() {
    return key;
  }

  /// What was asked of it: the endpoint and the form.
  List<String> asked() {
    return List.copyOf(asked);
  }

  void answers(int code, String body) {
    status = code;
    answer = body;
  }

  void answersWith(String accessToken, int seconds, String idToken) {
    answers(
        200,
        """
        {"access_token":"%s","token_type":"Bearer","expires_in":%d,"refresh_token":"refresh-%s",
         "id_token":"%s"}\
        """
            .formatted(accessToken, seconds, accessToken, idToken));
  }

  /// The claims of a good ID token.
  JWTClaimsSet.Builder claims(String nonce) {
    return new JWTClaimsSet.Builder()
        .issuer(issuer().toString())
        .audience(CLIENT)
        .subject("ada")
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(60)))
        .claim("nonce", nonce)
        .claim("sid", "session-1");
  }

  JWTClaimsSet.Builder logout() {
    return claims("none")
        .claim("nonce", null)
        .jwtID("jti-1")
        .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
  }

  static String sign(RSAKey key, JWTClaimsSet.Builder claims) {
    try {
      var header =
          new JWSHeader.Builder(JWSAlgorithm.RS256)
              .keyID(key.getKeyID())
              .type(JOSEObjectType.JWT)
              .build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID("key-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
