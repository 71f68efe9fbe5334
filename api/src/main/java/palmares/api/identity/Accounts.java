package palmares.api.identity;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AccountListing;
import palmares.db.identity.AccountStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.TokenStore;

/// Makes accounts, each with a personal team and a secret for the first sign-in, and changes them.
@Singleton
public final class Accounts {

  static final String FIRST = "admin";

  private final Database database;
  private final Secrets secrets;

  Accounts(Database database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  sealed interface CreateResult {
    record Created(String oneTimeSecret) implements CreateResult {}

    record NameTaken() implements CreateResult {}
  }

  CreateResult create(UUID by, String name, Role role) {
    var secret = secrets.oneTime();
    var hash = secrets.hash(secret);
    return database.transact(tx ->
        create(tx, by, name, role, hash)
            ? new CreateResult.Created(secret)
            : new CreateResult.NameTaken());
  }

  private static boolean create(Tx tx, @Nullable UUID by, String name, Role role, String hash) {
    var id = UuidV7.next();
    if (!AccountStore.create(tx, id, name, role.word())) {
      return false;
    }
    AccountStore.setSecret(tx, id, hash, true);
    AuditStore.add(tx, by, "account-created", name, Map.of("role", role.word()));
    return true;
  }

  sealed interface ChangeResult {
    record Changed(AccountListing account) implements ChangeResult {}

    record Reset(AccountListing account, String oneTimeSecret) implements ChangeResult {
      @Override
      public String toString() {
        return "Reset[account=" + account + "]";
      }
    }

    record NoAccount() implements ChangeResult {}

    /// Nobody takes their own rights away: there might be no other administrator.
    record Oneself() implements ChangeResult {}

    /// The identity provider alone says it.
    record Provided() implements ChangeResult {}
  }

  List<AccountListing> page(@Nullable String after, int limit) {
    return database.transact(tx -> AccountStore.page(tx, after, limit));
  }

  /// @param role stays as it is if absent, and so does `closed`
  ChangeResult change(
      Caller.Person by, String name, @Nullable Role role, @Nullable Boolean closed) {
    return database.transact(tx -> {
      var account = AccountStore.listed(tx, name);
      if (account == null) {
        return new ChangeResult.NoAccount();
      }
      if (account.id().equals(by.account())) {
        return new ChangeResult.Oneself();
      }
      if (role != null) {
        if (account.provided()) {
          return new ChangeResult.Provided();
        }
        AccountStore.setRole(tx, account.id(), role.word());
        AuditStore.add(tx, by.account(), "account-role-set", name, Map.of("role", role.word()));
      }
      if (closed != null) {
        AccountStore.setClosed(tx, account.id(), closed);
        AuditStore.add(
            tx, by.account(), closed ? "account-closed" : "account-opened", name, Map.of());
      }
      return new ChangeResult.Changed(Objects.requireNonNull(AccountStore.listed(tx, name)));
    });
  }

  /// Replaces the password by a one-time secret and ends the sessions.
  ChangeResult reset(Caller.Person by, String name) {
    var secret = secrets.oneTime();
    var hash = secrets.hash(secret);
    return database.transact(tx -> {
      var account = AccountStore.listed(tx, name);
      if (account == null) {
        return new ChangeResult.NoAccount();
      }
      if (account.provided()) {
        return new ChangeResult.Provided();
      }
      AccountStore.setSecret(tx, account.id(), hash, true);
      TokenStore.revokeSessions(tx, account.id(), null);
      AuditStore.add(tx, by.account(), "account-reset", name, Map.of());
      return new ChangeResult.Reset(account, secret);
    });
  }

  /// Sees to it that the account `admin` can be signed in to. As long as it has no password of its
  /// own, each call gives it a new one-time secret.
  ///
  /// @param show gets the secret; nothing else does, no log either
  public void ensureFirst(Consumer<String> show) {
    var secret = secrets.oneTime();
    var hash = secrets.hash(secret);
    var given =
        database.transact(tx -> {
          var first = AccountStore.find(tx, FIRST);
          if (first == null) {
            return create(tx, null, FIRST, Role.ADMIN, hash);
          }
          var hasPassword = first.secretHash() != null && !first.oneTime();
          return !hasPassword && AccountStore.setSecret(tx, first.id(), hash, true);
        });
    if (given) {
      show.accept(secret);
    }
  }
}
