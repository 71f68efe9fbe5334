package palmares.web.identity;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;

/// A sign-in that has been sent to the provider and has not come back.
///
/// @param to the path of ours that it leads to
record PendingSignIn(State state, Nonce nonce, CodeVerifier verifier, String to) {

  static PendingSignIn to(String path) {
    return new PendingSignIn(new State(), new Nonce(), new CodeVerifier(), path);
  }

  @Override
  public String toString() {
    return "PendingSignIn[to=" + to + "]";
  }
}
