package palmares.api.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Set;

/// Whether a token is one of the realm's, for us, and valid now. Only signatures by a key pair are
/// taken, so that a public key is never mistaken for a shared secret; only access tokens, so that
/// what a browser got to know someone by opens nothing.
final class TokenCheck {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Set<String> REQUIRED = Set.of("sub", "exp", "iat", "iss", "aud");

  private static final Duration KEYS_LAST = Duration.ofMinutes(5);
  private static final Duration WAIT_FOR_KEYS = Duration.ofSeconds(5);
  // An unknown key has them fetched anew, but made-up ones must not make us a flood.
  private static final Duration FETCH_AT_MOST = Duration.ofSeconds(5);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final int TIMEOUT_MILLIS = 3_000;
  private static final int MAX_BYTES = 256 * 1024;

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

  TokenCheck(KeycloakConfig config) {
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys(config)));
    var claims =
        new DefaultJWTClaimsVerifier<SecurityContext>(
            config.audience(),
            new JWTClaimsSet.Builder()
                .issuer(config.issuer().toString())
                .claim("typ", "Bearer")
                .build(),
            REQUIRED);
    claims.setMaxClockSkew(Math.toIntExact(config.skew().toSeconds()));
    processor.setJWTClaimsSetVerifier(claims);
  }

  private static JWKSource<SecurityContext> keys(KeycloakConfig config) {
    try {
      return JWKSourceBuilder.<SecurityContext>create(
              config.keys().toURL(),
              new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES))
          .cache(KEYS_LAST.toMillis(), WAIT_FOR_KEYS.toMillis())
          .rateLimited(FETCH_AT_MOST.toMillis())
          .outageTolerant(OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(
          "palmares.keycloak.issuer must be an address: " + config.keys(), e);
    }
  }

  JWTClaimsSet claims(String token) throws ParseException, BadJOSEException, JOSEException {
    return processor.process(token, null);
  }
}
