package palmares.contract.identity;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import java.util.List;
import palmares.contract.identity.Identity.CreatedAccount;
import palmares.contract.identity.Identity.Me;
import palmares.contract.identity.Identity.NewAccount;
import palmares.contract.identity.Identity.NewSecret;
import palmares.contract.identity.Identity.NewToken;
import palmares.contract.identity.Identity.Session;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.identity.Identity.Token;

/// Sign-in, accounts and tokens.
public interface IdentityApi {

  @Post("/sessions")
  Session signIn(@Body SignIn signIn);

  @Delete("/sessions/current")
  void signOut();

  /// Ends every session of the account but the one that asks.
  @Delete("/sessions")
  void endOtherSessions();

  @Get("/me")
  Me me();

  /// Sets the password of the account that is signed in; ends its other sessions.
  @Put("/me/secret")
  void setSecret(@Body NewSecret secret);

  @Post("/accounts")
  CreatedAccount createAccount(@Body NewAccount account);

  /// The tokens and sessions of the account that are valid.
  @Get("/tokens")
  List<Token> tokens();

  @Post("/tokens")
  Token createToken(@Body NewToken token);

  @Delete("/tokens/{id}")
  void revokeToken(@PathVariable String id);
}
