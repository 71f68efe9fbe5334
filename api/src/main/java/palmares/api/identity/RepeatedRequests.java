package palmares.api.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Keys;
import palmares.api.idempotency.Once;
import palmares.api.vault.Vault;
import palmares.db.Database;
import palmares.db.Json;
import palmares.db.Tx;
import palmares.db.idempotency.IdempotencyKey;
import palmares.db.idempotency.IdempotencyStore;
import palmares.db.idempotency.IdempotencyStore.Known;

/// Answers a request that comes again under its idempotency key, by the same account, as the first
/// time. An answer may hold what is shown once, such as a new token, so it is kept under the
/// vault's seal.
@Singleton
@InterceptorBean(Once.class)
final class RepeatedRequests implements MethodInterceptor<Object, Object> {

  private final Callers callers;
  private final Database database;
  private final Vault vault;

  RepeatedRequests(Callers callers, Database database, Vault vault) {
    this.callers = callers;
    this.database = database;
    this.vault = vault;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    var request = ServerRequestContext.currentRequest().orElseThrow();
    var text = Keys.of(request);
    if (text == null) {
      return call.proceed();
    }
    var key =
        new IdempotencyKey(
            callers.person().account(),
            request.getMethodName(),
            request.getPath(),
            text,
            Json.digest(Arrays.asList(call.getParameterValues())));
    return database.together(tx -> once(tx, key, call, request));
  }

  private @Nullable Object once(
      Tx tx, IdempotencyKey key, MethodInvocationContext<Object, Object> call, HttpRequest<?> of) {
    return switch (IdempotencyStore.begin(tx, key)) {
      case Known.New() -> {
        var answer = call.proceed();
        keep(tx, key, answer);
        yield answer;
      }
      case Known.Answered(var status, var location, var body) -> {
        Keys.markRepeated(of);
        yield again(call, status, location, opened(key, body));
      }
      case Known.OtherRequest() -> throw Keys.ofOtherRequest(key.key());
      case Known.InProgress() -> throw Keys.inUse(key.key());
    };
  }

  private void keep(Tx tx, IdempotencyKey key, @Nullable Object answer) {
    int status = HttpStatus.CREATED.getCode();
    var location = "";
    var body = answer;
    if (answer instanceof HttpResponse<?> response) {
      status = response.code();
      location = String.valueOf(response.getHeaders().get("Location"));
      body = response.body();
    }
    var text = Json.canonical(Objects.requireNonNull(body));
    var sealed = vault.seal(text.getBytes(UTF_8), owner(key));
    IdempotencyStore.end(tx, key, status, location, sealed);
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

  private static Object again(
      MethodInvocationContext<Object, Object> call, int status, String location, String body) {
    var type = call.getReturnType();
    if (!HttpResponse.class.isAssignableFrom(type.getType())) {
      return Json.read(body, type.getType());
    }
    var read = Json.read(body, type.getFirstTypeVariable().orElseThrow().getType());
    return HttpResponse.status(HttpStatus.valueOf(status))
        .headers(headers -> headers.location(URI.create(location)))
        .body(read);
  }
}
