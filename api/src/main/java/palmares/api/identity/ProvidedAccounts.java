package palmares.api.identity;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Tx;
import palmares.db.UuidV7;
import palmares.db.identity.AccountStore;
import palmares.db.identity.AuditStore;
import palmares.db.identity.ProvidedAccount;
import palmares.db.identity.ProviderStore;
import palmares.db.identity.TeamStore;

/// Keeps accounts and memberships as an identity provider tells them, with every token anew. What
/// is not in the token is taken away.
@Singleton
public final class ProvidedAccounts {

  private final Database database;

  ProvidedAccounts(Database database) {
    this.database = database;
  }

  /// The caller, or empty if an operator here has closed the account.
  public Optional<Caller> admit(ProvidedPerson person) {
    return database.transact(tx -> Optional.ofNullable(admit(tx, person)));
  }

  private static @Nullable Caller admit(Tx tx, ProvidedPerson person) {
    var known = ProviderStore.find(tx, person.issuer(), person.subject());
    var account = known == null ? create(tx, person) : known;
    if (account.disabled()) {
      return null;
    }
    if (!account.role().equals(person.role().word())) {
      AccountStore.setRole(tx, account.id(), person.role().word());
      audit(tx, account.id(), "role-provided", account.name(), person.role().word());
    }
    ProvidedTeams.follow(tx, account.id(), person.groups());
    ProviderStore.touch(tx, account.id());
    var teams =
        TeamStore.ofAccount(tx, account.id()).stream()
            .map(each -> new Caller.Team(each.team().id(), each.team().name()))
            .toList();
    return new Caller.Person(
        new Caller.Credential.Provided(),
        account.id(),
        account.name(),
        person.role(),
        Scope.ofRole(person.role()),
        teams.getFirst(),
        teams);
  }

  private static ProvidedAccount create(Tx tx, ProvidedPerson person) {
    ProviderStore.lock(tx, person.issuer(), person.subject());
    var meanwhile = ProviderStore.find(tx, person.issuer(), person.subject());
    if (meanwhile != null) {
      return meanwhile;
    }
    var id = UuidV7.next();
    var name =
        Names.free(
            Names.like(person.name()),
            candidate -> AccountStore.create(tx, id, candidate, person.role().word()));
    ProviderStore.add(tx, id, person.issuer(), person.subject());
    audit(tx, id, "account-provided", name, person.role().word());
    return Objects.requireNonNull(ProviderStore.find(tx, person.issuer(), person.subject()));
  }

  private static void audit(Tx tx, UUID account, String action, String subject, String role) {
    AuditStore.add(tx, account, action, subject, Map.of("role", role));
  }
}
