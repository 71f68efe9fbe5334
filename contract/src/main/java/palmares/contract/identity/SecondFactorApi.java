package palmares.contract.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import palmares.contract.identity.SecondFactors.Code;
import palmares.contract.identity.SecondFactors.Enrolment;
import palmares.contract.identity.SecondFactors.RecoveryCodes;
import palmares.contract.identity.SecondFactors.SecondFactor;

/// The second factor of an account of the platform's own.
public interface SecondFactorApi {

  @Get("/me/second-factor")
  SecondFactor secondFactor();

  /// Makes a key for an authenticator app. It counts once a code of it has confirmed it.
  @Post("/me/second-factor")
  Enrolment beginSecondFactor();

  /// Lets the factor count from now on, and ends the account's other sessions.
  @Post("/me/second-factor/confirmation")
  RecoveryCodes confirmSecondFactor(@Body Code code);

  /// Puts new recovery codes in the place of all earlier ones.
  @Post("/me/second-factor/recovery-codes")
  RecoveryCodes renewRecoveryCodes(@Body Code code);

  @Post("/me/second-factor/removal")
  void removeSecondFactor(@Body Code code);

  /// Takes the second factor from an account whose owner has lost it.
  @Delete("/accounts/{name}/second-factor")
  void resetSecondFactor(@PathVariable String name);
}
