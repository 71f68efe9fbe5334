package palmares.api.identity;

import static io.micronaut.http.HttpStatus.CONFLICT;
import static io.micronaut.http.HttpStatus.FORBIDDEN;
import static io.micronaut.http.HttpStatus.TOO_MANY_REQUESTS;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Status;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.api.body.MaxBody;
import palmares.api.idempotency.Once;
import palmares.api.identity.Accounts.CreateResult;
import palmares.api.identity.Caller.Credential;
import palmares.api.identity.SignIns.SecretResult;
import palmares.api.identity.SignIns.SignInResult;
import palmares.api.page.Ids;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.contract.identity.Identity.CreatedAccount;
import palmares.contract.identity.Identity.Me;
import palmares.contract.identity.Identity.NewAccount;
import palmares.contract.identity.Identity.NewSecret;
import palmares.contract.identity.Identity.NewToken;
import palmares.contract.identity.Identity.Session;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.identity.Identity.Token;
import palmares.contract.identity.IdentityApi;
import palmares.db.identity.TokenRow;

@Controller("/api/v1")
class IdentityController implements IdentityApi {

  private static final int MAX_SIGN_IN = 16 * 1024;

  private final Callers callers;
  private final Accounts accounts;
  private final SignIns signIns;
  private final Tokens tokens;
  private final StoredTokens stored;

  IdentityController(
      Callers callers, Accounts accounts, SignIns signIns, Tokens tokens, StoredTokens stored) {
    this.callers = callers;
    this.accounts = accounts;
    this.signIns = signIns;
    this.tokens = tokens;
    this.stored = stored;
  }

  @Override
  @Access(Access.To.EVERYONE)
  @MaxBody(MAX_SIGN_IN)
  public Session signIn(SignIn signIn) {
    return switch (signIns.signIn(signIn.account(), signIn.secret(), signIn.code())) {
      case SignInResult.SignedIn(var token, var expiresAt, var oneTime) ->
          new Session(token, expiresAt, oneTime, me(stored.read(token).orElseThrow()));
      case SignInResult.WrongSecret() ->
          throw Refused.unauthenticated("There is no account with this name and secret.");
      case SignInResult.CodeNeeded() ->
          throw Refused.of(
              "code-needed",
              FORBIDDEN,
              "This account has a second factor: a code of it is needed as well.");
      case SignInResult.CodeRefused(var why) -> throw SecondFactorController.refused(why);
      case SignInResult.TooMany(var wait) -> throw tooMany(wait);
    };
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.NO_CONTENT)
  public void signOut() {
    var person = callers.person();
    switch (person.credential()) {
      case Credential.Session(var token) -> signIns.signOut(token, person.account());
      case Credential.PersonalToken(var token) -> signIns.signOut(token, person.account());
      case Credential.Provided() ->
          throw Refused.because(
              CONFLICT, "This session is the identity provider's: sign out there.");
    }
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.NO_CONTENT)
  public void endOtherSessions() {
    var person = callers.person();
    switch (person.credential()) {
      case Credential.Session(var session) -> signIns.endOthers(person, session);
      case Credential.PersonalToken token ->
          throw Refused.forbidden("Sessions are ended only by who has signed in, not by a token.");
      case Credential.Provided() ->
          throw Refused.because(
              CONFLICT, "Your sessions are the identity provider's: end them there.");
    }
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public Me me() {
    return me(callers.person());
  }

  private static Me me(Caller caller) {
    var person = (Caller.Person) caller;
    return new Me(
        person.name(),
        person.role().word(),
        person.teams().stream().map(Caller.Team::name).toList(),
        person.scopes().stream().map(Scope::word).sorted().toList());
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.NO_CONTENT)
  public void setSecret(NewSecret secret) {
    var person = callers.person();
    if (!(person.credential() instanceof Credential.Session(var session))) {
      throw Refused.forbidden(
          "A password can be set only by who has signed in with one, not by a token.");
    }
    var length = secret.secret().codePointCount(0, secret.secret().length());
    if (length < 12 || length > 200) {
      throw Refused.badRequest("secret must have 12 to 200 characters, not " + length + ".");
    }
    switch (signIns.setSecret(person, session, secret.secret(), secret.current())) {
      case SecretResult.Set() -> {}
      case SecretResult.CurrentNeeded() ->
          throw Refused.of(
              "current-secret-needed",
              FORBIDDEN,
              "This account has a password: it is needed to set another one.");
      case SecretResult.WrongSecret() ->
          throw Refused.of("wrong-secret", FORBIDDEN, "That is not the password of now.");
      case SecretResult.TooMany(var wait) -> throw tooMany(wait);
    }
  }

  private static Refused tooMany(Duration wait) {
    return Refused.later(
        "too-many-sign-ins",
        TOO_MANY_REQUESTS,
        "Too many sign-ins for this account; the next may come in %d s."
            .formatted(Math.max(1, wait.toSeconds())),
        wait);
  }

  @Override
  @Once
  @Access(Access.To.ADMIN)
  @Status(HttpStatus.CREATED)
  public CreatedAccount createAccount(NewAccount account) {
    Names.check(account.name());
    var role = parsed(() -> Role.of(account.role()));
    return switch (accounts.create(callers.present().account(), account.name(), role)) {
      case CreateResult.Created(var secret) ->
          new CreatedAccount(account.name(), role.word(), secret);
      case CreateResult.NameTaken() ->
          throw Refused.because(CONFLICT, "The name '" + account.name() + "' is taken.");
    };
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  public List<Token> tokens() {
    return tokens.of(callers.person()).stream().map(row -> token(row, null)).toList();
  }

  @Override
  @Once
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.CREATED)
  public Token createToken(NewToken token) {
    var person = callers.present();
    var scopes = token.scopes().stream().map(word -> parsed(() -> Scope.of(word))).toList();
    if (scopes.isEmpty()) {
      throw Refused.badRequest("scopes must name at least one of read, submit, organise, admin.");
    }
    if (!person.scopes().containsAll(scopes)) {
      throw Refused.forbidden(
          "A token can be given only scopes that one's own has: "
              + person.scopes().stream().map(Scope::word).sorted().toList());
    }
    var lifetime = NewTokens.lifetime(token.expiresInDays());
    var made = tokens.personal(person, NewTokens.name(token.name()), scopes, lifetime);
    return token(made.row(), made.text());
  }

  @Override
  @Access(Access.To.SIGNED_IN)
  @Status(HttpStatus.NO_CONTENT)
  public void revokeToken(String id) {
    if (!tokens.revoke(callers.present(), Ids.parse("token", id))) {
      throw Refused.notFound("token", id);
    }
  }

  private static <T> T parsed(java.util.function.Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest(Problems.shown(String.valueOf(e.getMessage())));
    }
  }

  private Token token(TokenRow row, @Nullable String text) {
    return new Token(
        row.id().toString(),
        row.kind(),
        row.id().equals(current()),
        row.name(),
        row.scopes(),
        row.createdAt(),
        row.expiresAt(),
        row.lastUsedAt(),
        text);
  }

  private @Nullable UUID current() {
    return switch (callers.person().credential()) {
      case Credential.Session(var token) -> token;
      case Credential.PersonalToken(var token) -> token;
      case Credential.Provided() -> null;
    };
  }
}
