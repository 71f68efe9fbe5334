package palmares.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the pages ask of the provider: the authorization code flow with PKCE, new tokens for old,
/// and the end of a sign-in.
final class OpenId {

  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int MAX_BYTES = 256 * 1024;

  private final OpenIdConfig config;
  private final ClientID client;
  private final ClientSecretBasic proof;
  private final IDTokenValidator idTokens;
  private final LogoutTokenValidator logoutTokens;

  OpenId(OpenIdConfig config) {
    this.config = config;
    this.client = new ClientID(config.client());
    this.proof = new ClientSecretBasic(client, new Secret(config.secret()));
    var issuer = new Issuer(config.issuer());
    var keys = keys(config);
    this.idTokens = new IDTokenValidator(issuer, client, keys, null);
    this.logoutTokens = new LogoutTokenValidator(issuer, client, keys, null);
  }

  private static JWSVerificationKeySelector<SecurityContext> keys(OpenIdConfig config) {
    try {
      return new JWSVerificationKeySelector<>(
          ALGORITHMS,
          JWKSourceBuilder.<SecurityContext>create(
                  config.keys().toURL(),
                  new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, MAX_BYTES))
              .build());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("The issuer must be an address: " + config.issuer(), e);
    }
  }

  OpenIdConfig config() {
    return config;
  }

  /// Where the browser is sent to sign in.
  URI authorization(PendingSignIn pending) {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, new Scope("openid", "profile"), client, config.back())
        .endpointURI(config.authorization())
        .state(pending.state())
        .nonce(pending.nonce())
        .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /// What signed someone in.
  ///
  /// @param session of the provider, which other pages may share
  record SignedIn(OIDCTokens tokens, @Nullable String session) {
    @Override
    public String toString() {
      return "SignedIn[]";
    }
  }

  /// Changes the code for tokens, and makes sure that they are an answer to this very sign-in.
  SignedIn exchange(String code, PendingSignIn pending) throws RefusedByProvider, IOException {
    var tokens =
        tokens(
            new AuthorizationCodeGrant(
                new AuthorizationCode(code), config.back(), pending.verifier()));
    try {
      var claims = idTokens.validate(tokens.getIDToken(), pending.nonce());
      var session = claims.getSessionID();
      return new SignedIn(tokens, session == null ? null : session.getValue());
    } catch (BadJOSEException | JOSEException e) {
      throw new RefusedByProvider("the ID token is not valid: " + e.getMessage());
    }
  }

  OIDCTokens refresh(RefreshToken token) throws RefusedByProvider, IOException {
    return tokens(new RefreshTokenGrant(token));
  }

  private OIDCTokens tokens(AuthorizationGrant grant) throws RefusedByProvider, IOException {
    var request = new TokenRequest.Builder(config.tokens(), proof, grant).build().toHTTPRequest();
    try {
      var response = OIDCTokenResponseParser.parse(patient(request).send());
      if (!response.indicatesSuccess()) {
        var error = response.toErrorResponse().getErrorObject();
        if (error.getHTTPStatusCode() >= 500) {
          throw new IOException("the provider answered " + error.getHTTPStatusCode());
        }
        throw new RefusedByProvider(String.valueOf(error.getCode()));
      }
      return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    } catch (ParseException e) {
      throw new IOException("the provider's answer cannot be read: " + e.getMessage(), e);
    }
  }

  /// Ends the sign-in at the provider, and so for all that share it. Asked from server to server:
  /// through the browser it would have to carry the ID token in an address.
  void logout(RefreshToken token) throws IOException {
    var request = new HTTPRequest(HTTPRequest.Method.POST, config.logout());
    request.setHeader("Content-Type", "application/x-www-form-urlencoded");
    proof.applyTo(request);
    request.setBody(
        com.nimbusds.oauth2.sdk.util.URLUtils.serializeParameters(
            Map.of("refresh_token", List.of(token.getValue()))));
    var status = patient(request).send().getStatusCode();
    if (status >= 400) {
      throw new IOException("the provider answered " + status + " to the end of a sign-in");
    }
  }

  /// The provider's session that a logout token ends.
  ///
  /// @throws RefusedByProvider if it is not one of the provider's for us
  String ended(String logoutToken) throws RefusedByProvider {
    try {
      var session = logoutTokens.validate(SignedJWT.parse(logoutToken)).getSessionID();
      if (session == null) {
        throw new RefusedByProvider("the logout token names no session");
      }
      return session.getValue();
    } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
      throw new RefusedByProvider("the logout token is not valid: " + e.getMessage());
    }
  }

  private static HTTPRequest patient(HTTPRequest request) {
    request.setConnectTimeout(TIMEOUT_MILLIS);
    request.setReadTimeout(TIMEOUT_MILLIS);
    request.setFollowRedirects(false);
    return request;
  }

  /// The provider has said no, and will not say anything else when asked again.
  static final class RefusedByProvider extends Exception {
    private static final long serialVersionUID = 1;

    RefusedByProvider(String why) {
      super(why);
    }
  }
}
