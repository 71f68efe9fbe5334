package palmares.api.identity;

import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import palmares.api.identity.Caller.Credential;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.identity.Account;
import palmares.db.identity.Bearer;
import palmares.db.identity.TeamStore;
import palmares.db.identity.TokenStore;

/// Knows the tokens that we gave out ourselves.
@Singleton
final class StoredTokens implements TokenReader {

  private final Database database;

  StoredTokens(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Caller> read(String token) {
    return database.transact(tx -> Optional.ofNullable(read(tx, token)));
  }

  private static @Nullable Caller read(Tx tx, String token) {
    var bearer = TokenStore.bearer(tx, Sha256.of(token));
    if (bearer == null) {
      return null;
    }
    if (!bearer.isUseNoted()) {
      TokenStore.touch(tx, bearer.token());
    }
    var account = bearer.account();
    var reach = bearer.reach();
    return account == null && reach != null
        ? new Caller.Worker(bearer.token(), bearer.name(), reach)
        : person(tx, bearer, java.util.Objects.requireNonNull(account));
  }

  private static Caller.Person person(Tx tx, Bearer bearer, Account account) {
    var teams =
        TeamStore.ofAccount(tx, account.id()).stream()
            .map(each -> new Caller.Team(each.team().id(), each.team().name()))
            .toList();
    // What else the provider allows, only its own fresh token says.
    var role = account.provided() ? Role.MEMBER : Role.of(account.role());
    return new Caller.Person(
        bearer.kind().equals("session")
            ? new Credential.Session(bearer.token())
            : new Credential.PersonalToken(bearer.token()),
        account.id(),
        account.name(),
        role,
        allowed(bearer.scopes(), role),
        teams.getFirst(),
        teams);
  }

  /// A role that shrank takes the scopes of older tokens with it.
  private static Set<Scope> allowed(List<String> scopes, Role role) {
    var allowed = EnumSet.noneOf(Scope.class);
    scopes.forEach(scope -> allowed.add(Scope.of(scope)));
    allowed.retainAll(Scope.ofRole(role));
    return allowed;
  }
}
