package palmares.api.identity;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.Account;
import palmares.db.identity.AccountStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.NewToken;
import palmares.db.identity.TokenStore;

/// Turns an account's secret into a session.
@Singleton
final class SignIns {

  private static final Duration SESSION = Duration.ofHours(12);

  private final Database database;
  private final Secrets secrets;
  private final Clock clock;
  private final SecondFactors factors;
  private final SignInLimit limit;

  SignIns(Database database, Secrets secrets, SecondFactors factors, Clock clock) {
    this.database = database;
    this.secrets = secrets;
    this.factors = factors;
    this.clock = clock;
    this.limit = new SignInLimit(clock);
  }

  sealed interface SignInResult {
    record SignedIn(String token, Instant expiresAt, boolean oneTime) implements SignInResult {}

    record WrongSecret() implements SignInResult {}

    /// The secret is right, and a code of the second factor is needed beside it.
    record CodeNeeded() implements SignInResult {}

    /// The secret is right, and the code beside it was not taken.
    record CodeRefused(SecondFactors.Result why) implements SignInResult {}

    record TooMany(Duration retryAfter) implements SignInResult {}
  }

  /// @param code of the second factor; absent if there is none, or it is not known yet
  SignInResult signIn(String name, String secret, @Nullable String code) {
    if (!Names.isName(name)) {
      secrets.pretend(secret);
      return new SignInResult.WrongSecret(); // nobody's, so not worth remembering
    }
    var wait = limit.attempt(name);
    if (wait.isPresent()) {
      return new SignInResult.TooMany(wait.get());
    }
    var account = database.transact(tx -> new Found(AccountStore.find(tx, name))).account();
    if (!isRight(account, secret) || account == null) {
      return new SignInResult.WrongSecret();
    }
    var result = database.transact(tx -> open(tx, account, code));
    if (result instanceof SignInResult.SignedIn) {
      limit.succeeded(name);
    }
    return result;
  }

  private record Found(@Nullable Account account) {}

  private boolean isRight(@Nullable Account account, String secret) {
    var hash = account == null ? null : account.secretHash();
    if (hash == null) {
      secrets.pretend(secret);
      return false;
    }
    return secrets.matches(secret, hash);
  }

  private SignInResult open(Tx tx, Account account, @Nullable String code) {
    if (factors.isOn(tx, account.id())) {
      if (code == null) {
        return new SignInResult.CodeNeeded();
      }
      var tried = factors.check(tx, account.id(), code);
      if (!(tried instanceof SecondFactors.Result.Right)) {
        return new SignInResult.CodeRefused(tried);
      }
    }
    var hash = account.secretHash();
    if (account.oneTime() && (hash == null || !AccountStore.spendSecret(tx, account.id(), hash))) {
      return new SignInResult.WrongSecret();
    }
    var token = secrets.token();
    TokenStore.add(
        tx,
        new NewToken(
            UuidV7.next(),
            "session",
            "sign-in",
            Sha256.of(token),
            words(Role.of(account.role())),
            account.id(),
            null,
            SESSION));
    AuditStore.add(tx, account.id(), "signed-in", account.name(), Map.of());
    return new SignInResult.SignedIn(token, clock.instant().plus(SESSION), account.oneTime());
  }

  private static List<String> words(Role role) {
    return Scope.ofRole(role).stream().map(Scope::word).toList();
  }

  void signOut(UUID token, UUID account) {
    database.run(tx -> TokenStore.revoke(tx, token, account));
  }

  void endOthers(Caller.Person person, UUID session) {
    database.run(tx -> {
      TokenStore.revokeSessions(tx, person.account(), session);
      AuditStore.add(tx, person.account(), "other-sessions-ended", person.name(), Map.of());
    });
  }

  sealed interface SecretResult {
    record Set() implements SecretResult {}

    record CurrentNeeded() implements SecretResult {}

    record WrongSecret() implements SecretResult {}

    record TooMany(Duration retryAfter) implements SecretResult {}
  }

  /// Sets a lasting password and ends the account's other sessions. A session that was left open
  /// must not be enough to take an account over: whoever has a password has to know it.
  ///
  /// @param current the password of now; not asked for where there is only a secret for one time
  SecretResult setSecret(
      Caller.Person person, UUID session, String secret, @Nullable String current) {
    var account =
        database.transact(tx -> new Found(AccountStore.find(tx, person.name()))).account();
    if (account != null && !account.oneTime()) {
      if (current == null) {
        return new SecretResult.CurrentNeeded();
      }
      var wait = limit.attempt(person.name());
      if (wait.isPresent()) {
        return new SecretResult.TooMany(wait.get());
      }
      if (!isRight(account, current)) {
        return new SecretResult.WrongSecret();
      }
      limit.succeeded(person.name());
    }
    var read = account == null ? null : account.secretHash();
    var hash = secrets.hash(secret);
    boolean isSet =
        database.transact(tx -> {
          // An administrator may have reset it since it was looked at.
          if (!AccountStore.replaceSecret(tx, person.account(), read, hash)) {
            return false;
          }
          TokenStore.revokeSessions(tx, person.account(), session);
          AuditStore.add(tx, person.account(), "secret-set", person.name(), Map.of());
          return true;
        });
    return isSet ? new SecretResult.Set() : new SecretResult.WrongSecret();
  }
}
