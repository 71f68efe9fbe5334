package palmares.api.identity;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.TOO_MANY_REQUESTS;
import static io.micronaut.http.HttpStatus.UNPROCESSABLE_ENTITY;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import java.util.UUID;
import palmares.api.identity.Caller.Credential;
import palmares.api.identity.SecondFactors.Result;
import palmares.api.problem.Refused;
import palmares.contract.identity.SecondFactorApi;
import palmares.contract.identity.SecondFactors.Code;
import palmares.contract.identity.SecondFactors.Enrolment;
import palmares.contract.identity.SecondFactors.RecoveryCodes;
import palmares.contract.identity.SecondFactors.SecondFactor;

/// One's own second factor; administrators take a lost one away.
@Controller("/api/v1")
class SecondFactorController implements SecondFactorApi {

  private final Callers callers;
  private final SecondFactors factors;

  SecondFactorController(Callers callers, SecondFactors factors) {
    this.callers = callers;
    this.factors = factors;
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public SecondFactor secondFactor() {
    var standing = factors.standing(callers.person());
    var state = standing.confirmedAt() != null ? "on" : standing.begun() ? "begun" : "off";
    return new SecondFactor(state, standing.confirmedAt(), standing.recoveryCodesLeft());
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.CREATED)
  public Enrolment beginSecondFactor() {
    session();
    var person = callers.person();
    return switch (factors.begin(person)) {
      case Result.Begun(var key) -> new Enrolment(key, uri(person.name(), key));
      case Result other -> throw refused(other);
    };
  }

  /// As authenticator apps read it; the names of accounts need no escape.
  private static String uri(String account, String key) {
    return "otpauth://totp/Palmares:%s?secret=%s&issuer=Palmares".formatted(account, key);
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public RecoveryCodes confirmSecondFactor(Code code) {
    return codes(factors.confirm(callers.person(), session(), code.code()));
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public RecoveryCodes renewRecoveryCodes(Code code) {
    session();
    return codes(factors.renewCodes(callers.person(), code.code()));
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.NO_CONTENT)
  public void removeSecondFactor(Code code) {
    session();
    var result = factors.remove(callers.person(), code.code());
    if (!(result instanceof Result.Right)) {
      throw refused(result);
    }
  }

  @Override
  @Access(Access.To.ADMIN)
  @Status(HttpStatus.NO_CONTENT)
  public void resetSecondFactor(String name) {
    if (!factors.reset(callers.present(), name)) {
      throw Refused.notFound("second factor of", name);
    }
  }

  /// A script's token that leaks must not be good for locking its owner out.
  private UUID session() {
    return switch (callers.person().credential()) {
      case Credential.Session(var token) -> token;
      case Credential.PersonalToken token ->
          throw Refused.forbidden(
              "A second factor is changed only by who has signed in, not by a token.");
      case Credential.Provided() -> throw refused(new Result.Provided());
    };
  }

  private static RecoveryCodes codes(Result result) {
    if (result instanceof Result.Codes(var codes)) {
      return new RecoveryCodes(codes);
    }
    throw refused(result);
  }

  static Refused refused(Result result) {
    return switch (result) {
      case Result.Wrong() ->
          Refused.of(
              "code-wrong",
              UNPROCESSABLE_ENTITY,
              "The code is wrong, or was used before. Wait for the next one.");
      case Result.TooMany(var wait) ->
          Refused.later(
              "too-many-codes",
              TOO_MANY_REQUESTS,
              "Too many wrong codes; the next may come in %d s."
                  .formatted(Math.max(1, wait.toSeconds())),
              wait);
      case Result.None() -> Refused.because(CONFLICT, "There is no second factor to be used.");
      case Result.Exists() ->
          Refused.because(CONFLICT, "There is a second factor already: remove it first.");
      case Result.Provided() ->
          Refused.because(
              CONFLICT, "The identity provider says how you sign in: set a second factor there.");
      case Result.Right right -> throw new IllegalStateException("not a refusal: " + right);
      case Result.Begun begun -> throw new IllegalStateException("not a refusal: " + begun);
      case Result.Codes codes -> throw new IllegalStateException("not a refusal: " + codes);
    };
  }
}
