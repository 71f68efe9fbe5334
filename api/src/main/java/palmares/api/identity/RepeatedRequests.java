package palmares.api.identity;

import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import palmares.api.idempotency.Answers;
import palmares.api.idempotency.Keys;
import palmares.api.idempotency.Once;
import palmares.db.Json;

/// Has operations that are marked by [Once] happen once.
@Singleton
@InterceptorBean(Once.class)
final class RepeatedRequests implements MethodInterceptor<Object, Object> {

  private final Callers callers;
  private final Answers answers;

  RepeatedRequests(Callers callers, Answers answers) {
    this.callers = callers;
    this.answers = answers;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> call) {
    var request = ServerRequestContext.currentRequest().orElseThrow();
    if (Keys.of(request) == null) {
      return call.proceed();
    }
    var account = callers.person().account();
    var fingerprint = Json.digest(Arrays.asList(call.getParameterValues()));
    var type = call.getReturnType();
    if (!HttpResponse.class.isAssignableFrom(type.getType())) {
      return answers
          .once(
              request,
              account,
              fingerprint,
              type.getType(),
              () -> HttpResponse.created(Objects.requireNonNull(call.proceed())))
          .body();
    }
    @SuppressWarnings("unchecked")
    var body = (Class<Object>) type.getFirstTypeVariable().orElseThrow().getType();
    return answers.once(request, account, fingerprint, body, () -> answer(call));
  }

  @SuppressWarnings("unchecked")
  private static HttpResponse<Object> answer(MethodInvocationContext<Object, Object> call) {
    return (HttpResponse<Object>) Objects.requireNonNull(call.proceed());
  }
}
