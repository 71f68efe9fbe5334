package palmares.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import palmares.api.vault.Vault;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Sha256;
import palmares.db.Tx;
import palmares.db.idempotency.IdempotencyKey;
import palmares.db.idempotency.IdempotencyStore;
import palmares.db.idempotency.IdempotencyStore.Known;

/// Gives a request that comes again under its idempotency key, by the same account, its first
/// answer. That may hold what is shown once, such as a new token, so it is kept under the vault's
/// seal.
@Singleton
public final class Answers {

  private final Database database;
  private final Vault vault;

  Answers(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /// Does an upload once under the key of its request, if it has one.
  ///
  /// @param upload all that was sent, read by now
  /// @param asked what decides beside the upload and the query
  /// @param work changes nothing but the database; what it throws leaves nothing behind
  public <T> HttpResponse<T> once(
      HttpRequest<?> request,
      UUID account,
      Fingerprint upload,
      Class<T> type,
      Supplier<HttpResponse<T>> work,
      @Nullable String... asked)
      throws IOException {
    var key = Keys.of(request);
    if (key == null) {
      return work.get();
    }
    var all = Arrays.copyOf(asked, asked.length + 1);
    all[asked.length] = request.getUri().getRawQuery();
    return once(request, account, upload.end(Arrays.asList(all)), type, work);
  }

  /// Does the work once under the key of the request, if it has one.
  ///
  /// @param fingerprint of everything that was sent
  public <T> HttpResponse<T> once(
      HttpRequest<?> request,
      UUID account,
      Sha256 fingerprint,
      Class<T> type,
      Supplier<HttpResponse<T>> work) {
    var text = Keys.of(request);
    if (text == null) {
      return work.get();
    }
    var key =
        new IdempotencyKey(account, request.getMethodName(), request.getPath(), text, fingerprint);
    return database.together(tx ->
        switch (IdempotencyStore.begin(tx, key)) {
          case Known.New() -> {
            var answer = work.get();
            keep(tx, key, answer);
            yield answer;
          }
          case Known.Answered(var status, var location, var body) -> {
            Keys.markRepeated(request);
            yield again(status, location, Json.read(opened(key, body), type));
          }
          case Known.OtherRequest() -> throw Keys.ofOtherRequest(text);
          case Known.InProgress() -> throw Keys.inUse(text);
        });
  }

  private void keep(Tx tx, IdempotencyKey key, HttpResponse<?> answer) {
    var location = Objects.requireNonNullElse(answer.getHeaders().get("Location"), "");
    var text = Json.canonical(Objects.requireNonNull(answer.body()));
    var sealed = vault.seal(text.getBytes(UTF_8), owner(key));
    IdempotencyStore.end(tx, key, answer.code(), location, sealed);
  }

  private String opened(IdempotencyKey key, String sealed) {
    try {
      return new String(vault.open(sealed, owner(key)), UTF_8);
    } catch (IllegalStateException e) {
      throw Keys.unreadable(key.key());
    }
  }

  private static String owner(IdempotencyKey key) {
    return "answer %s %s %s".formatted(key.account(), key.route(), key.key());
  }

  private static <T> HttpResponse<T> again(int status, String location, T body) {
    var answer = HttpResponse.<T>status(HttpStatus.valueOf(status)).body(body);
    return location.isEmpty()
        ? answer
        : answer.headers(headers -> headers.location(URI.create(location)));
  }
}
