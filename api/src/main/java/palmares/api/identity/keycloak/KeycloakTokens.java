package palmares.api.identity.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.api.identity.Caller;
import palmares.api.identity.ProvidedAccounts;
import palmares.api.identity.ProvidedPerson;
import palmares.api.identity.TokenReader;
import palmares.api.problem.Refused;

/// Knows access tokens of the realm. What a token allows is read from it with every request;
/// nothing is remembered from the one before.
@Singleton
@Requires(bean = KeycloakConfig.class)
final class KeycloakTokens implements TokenReader {

  private static final Logger LOG = LoggerFactory.getLogger(KeycloakTokens.class);
  private static final String OURS = "plm_";
  private static final Duration AWAY = Duration.ofSeconds(5);

  private final KeycloakConfig config;
  private final TokenCheck check;
  private final ProvidedAccounts accounts;

  KeycloakTokens(KeycloakConfig config, ProvidedAccounts accounts) {
    this.config = config;
    this.check = new TokenCheck(config);
    this.accounts = accounts;
  }

  @Override
  public Optional<Caller> read(String token) {
    return token.startsWith(OURS) ? Optional.empty() : claims(token).flatMap(this::admit);
  }

  private Optional<JWTClaimsSet> claims(String token) {
    try {
      return Optional.of(check.claims(token));
    } catch (ParseException | BadJOSEException | RateLimitReachedException e) {
      LOG.debug("a token was refused: {}", e.getMessage());
      return Optional.empty();
    } catch (KeySourceException e) {
      LOG.warn("the keys of {} cannot be fetched: {}", config.issuer(), e.getMessage());
      throw Refused.later(
          "identity-provider-away",
          HttpStatus.SERVICE_UNAVAILABLE,
          "The identity provider cannot be reached, so nobody knows whether this token is valid.",
          AWAY);
    } catch (JOSEException e) {
      LOG.debug("a token could not be checked: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<Caller> admit(JWTClaimsSet claims) {
    var role = GivenRights.role(claims, config.audience());
    if (role == null) {
      throw Refused.forbidden(
          "Your account has no role here: it needs the realm role palmares-member (or -organiser,"
              + " -admin), or the role of the same name of the client "
              + config.audience()
              + ".");
    }
    return accounts.admit(
        new ProvidedPerson(
            config.issuer().toString(),
            claims.getSubject(),
            name(claims.getClaim("preferred_username")),
            role,
            GivenRights.groups(claims, config.groups())));
  }

  private static String name(@Nullable Object username) {
    return username instanceof String text ? text : "unnamed";
  }
}
