package palmares.api.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import palmares.db.Database;
import palmares.db.Sha256;
import palmares.db.UuidV7;
import palmares.db.identity.AuditStore;
import palmares.db.identity.NewToken;
import palmares.db.identity.Reach;
import palmares.db.identity.TokenRow;
import palmares.db.identity.TokenStore;

/// Tokens for scripts and for workers.
@Singleton
public final class Tokens {

  /// Marks the tokens of the platform's own workers: no scope that a person could have.
  private static final String PLATFORM = "platform";

  private final Database database;
  private final Secrets secrets;

  Tokens(Database database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /// @param text the token itself, which is stored nowhere
  public record Made(TokenRow row, String text) {
    @Override
    public String toString() {
      return "Made[row=" + row + "]";
    }
  }

  List<TokenRow> of(Caller.Person person) {
    return database.transact(tx -> TokenStore.ofAccount(tx, person.account()));
  }

  Made personal(
      Caller.Person person, String name, List<Scope> scopes, @Nullable Duration lifetime) {
    var words = scopes.stream().map(Scope::word).distinct().toList();
    return make(
        person.account(),
        text ->
            new NewToken(
                UuidV7.next(),
                "personal",
                name,
                Sha256.of(text),
                words,
                person.account(),
                null,
                lifetime));
  }

  /// The token of one of the platform's own workers, which are started without an operator: always
  /// the same one, with a new text that makes the earlier one worthless.
  public Made ofPlatform(String name, String pool) {
    var text = secrets.token();
    var renewed =
        database.<@Nullable TokenRow>transact(tx -> {
          var id = TokenStore.renew(tx, "worker", name, pool, PLATFORM, Sha256.of(text));
          return id == null ? null : TokenStore.find(tx, id);
        });
    if (renewed != null) {
      return new Made(renewed, text);
    }
    return make(
        null,
        made ->
            new NewToken(
                UuidV7.next(),
                "worker",
                name,
                Sha256.of(made),
                List.of(PLATFORM),
                null,
                Reach.everything(pool),
                null));
  }

  /// @param by the operator
  Made worker(UUID by, String name, Reach reach, @Nullable Duration lifetime) {
    return make(
        by,
        text ->
            new NewToken(
                UuidV7.next(), "worker", name, Sha256.of(text), List.of(), null, reach, lifetime));
  }

  private Made make(@Nullable UUID by, java.util.function.Function<String, NewToken> token) {
    var text = secrets.token();
    var made = token.apply(text);
    var row =
        database.<TokenRow>transact(tx -> {
          TokenStore.add(tx, made);
          AuditStore.add(
              tx, by, "token-created", made.id().toString(), Map.of("kind", made.kind()));
          return Objects.requireNonNull(TokenStore.find(tx, made.id()));
        });
    return new Made(row, text);
  }

  /// @return false if there is no such token that the person may revoke
  boolean revoke(Caller.Person person, UUID id) {
    return database.transact(tx -> {
      var revoked = TokenStore.revoke(tx, id, person.isAdmin() ? null : person.account());
      if (revoked) {
        AuditStore.add(tx, person.account(), "token-revoked", id.toString(), Map.of());
      }
      return revoked;
    });
  }
}
