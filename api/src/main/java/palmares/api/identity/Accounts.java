package palmares.api.identity;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AccountStore;
import palmares.db.identity.AuditStore;

/// Makes accounts, each with a personal team and a secret for the first sign-in.
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
