package palmares.web.client;

import java.util.List;
import java.util.Map;
import palmares.contract.identity.Identity.Me;
import palmares.contract.identity.Identity.NewSecret;
import palmares.contract.identity.Identity.NewToken;
import palmares.contract.identity.Identity.Token;
import palmares.contract.identity.SecondFactors.Code;
import palmares.contract.identity.SecondFactors.Enrolment;
import palmares.contract.identity.SecondFactors.RecoveryCodes;
import palmares.contract.identity.SecondFactors.SecondFactor;
import tools.jackson.core.type.TypeReference;

/// What a person asks about themselves: who they are, their tokens, sessions and password.
public record IdentityCalls(ApiClient api) {

  public Answer<Me> me() {
    return api.get("/me", Map.of(), new TypeReference<>() {});
  }

  /// Tokens and sessions that are valid.
  public Answer<List<Token>> tokens() {
    return api.get("/tokens", Map.of(), new TypeReference<>() {});
  }

  public Answer<Token> create(NewToken token) {
    return api.post("/tokens", Map.of(), token, null, new TypeReference<>() {});
  }

  public Answer<Done> revoke(String id) {
    return api.delete("/tokens/" + ApiClient.encoded(id));
  }

  public Answer<Done> setSecret(NewSecret secret) {
    return api.put("/me/secret", secret);
  }

  public Answer<SecondFactor> secondFactor() {
    return api.get("/me/second-factor", Map.of(), new TypeReference<>() {});
  }

  public Answer<Enrolment> beginSecondFactor() {
    return api.post("/me/second-factor", Map.of(), null, null, new TypeReference<>() {});
  }

  public Answer<RecoveryCodes> confirmSecondFactor(Code code) {
    return api.post(
        "/me/second-factor/confirmation", Map.of(), code, null, new TypeReference<>() {});
  }

  public Answer<RecoveryCodes> renewRecoveryCodes(Code code) {
    return api.post(
        "/me/second-factor/recovery-codes", Map.of(), code, null, new TypeReference<>() {});
  }

  public Answer<Done> removeSecondFactor(Code code) {
    return api.done("POST", "/me/second-factor/removal", code);
  }

  /// Ends every session but the one that asks.
  public Answer<Done> endOtherSessions() {
    return api.delete("/sessions");
  }
}
