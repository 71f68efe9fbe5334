package palmares.web.identity;

import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import palmares.web.client.Bearer;
import palmares.web.identity.OpenId.RefusedByProvider;

/// The tokens of one sign-in, on the server alone. An access token is changed for a fresh one
/// before it ends; when the provider refuses that, the sign-in has ended.
final class OpenIdSession implements Bearer {

  private static final Logger LOG = LoggerFactory.getLogger(OpenIdSession.class);
  private static final Duration EARLY = Duration.ofSeconds(30);

  private final OpenId provider;
  private final Clock clock;
  private final OpenIdSessions all;
  private final @Nullable String session;
  private OIDCTokens tokens;
  private Instant fresh;
  private volatile boolean ended;

  OpenIdSession(OpenId provider, OpenIdSessions all, Clock clock, OpenId.SignedIn signedIn) {
    this.provider = provider;
    this.all = all;
    this.clock = clock;
    this.session = signedIn.session();
    this.tokens = signedIn.tokens();
    this.fresh = freshUntil(clock.instant(), tokens);
    all.add(this);
  }

  private static Instant freshUntil(Instant now, OIDCTokens tokens) {
    return now.plusSeconds(tokens.getAccessToken().getLifetime()).minus(EARLY);
  }

  @Nullable String session() {
    return session;
  }

  @Override
  public synchronized String token() {
    if (!ended && !clock.instant().isBefore(fresh)) {
      refresh();
    }
    return tokens.getAccessToken().getValue();
  }

  private void refresh() {
    var token = tokens.getRefreshToken();
    if (token == null) {
      forget();
      return;
    }
    try {
      var asked = clock.instant();
      tokens = provider.refresh(token);
      fresh = freshUntil(asked, tokens);
    } catch (RefusedByProvider e) {
      LOG.info("a sign-in has ended at the provider: {}", e.getMessage());
      forget();
    } catch (IOException e) {
      // The old token may still be good; the next question tries again.
      LOG.warn("the provider cannot be reached for a fresh token: {}", e.getMessage());
    }
  }

  /// From now on nobody is signed in by this.
  void forget() {
    ended = true;
    all.remove(this);
  }

  @Override
  public boolean hasEnded() {
    return ended;
  }

  @Override
  public void end() {
    forget();
    var token = refreshToken();
    if (token != null) {
      try {
        provider.logout(token);
      } catch (IOException e) {
        LOG.warn("the sign-in could not be ended at the provider: {}", e.getMessage());
      }
    }
  }

  private synchronized com.nimbusds.oauth2.sdk.token.@Nullable RefreshToken refreshToken() {
    return tokens.getRefreshToken();
  }

  @Override
  public String toString() {
    return "OpenIdSession[]";
  }
}
