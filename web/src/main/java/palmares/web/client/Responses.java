package palmares.web.client;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/// Reads what came back over HTTP; null stands for nobody having answered.
final class Responses {

  private Responses() {}

  static <T> Answer<T> read(@Nullable HttpResponse<String> response, TypeReference<T> type) {
    if (response == null) {
      return new Denied<>(new Denial.Away());
    }
    if (response.statusCode() / 100 != 2) {
      return new Denied<>(denial(response));
    }
    try {
      return new Given<>(ContractJson.read(response.body(), type));
    } catch (JacksonException e) {
      return new Denied<>(new Denial.Refused(ContractJson.unreadable(response.statusCode())));
    }
  }

  /// The same where there is nothing to read in what came.
  static Answer<Done> done(@Nullable HttpResponse<String> response) {
    if (response == null) {
      return new Denied<>(new Denial.Away());
    }
    return response.statusCode() / 100 == 2
        ? new Given<>(new Done())
        : new Denied<>(denial(response));
  }

  private static Denial denial(HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case 401 -> new Denial.SignedOut();
      case 404 -> new Denial.Unknown(ContractJson.problem(response).detail());
      case 429 -> new Denial.TooMany(ContractJson.problem(response).detail(), retryAfter(response));
      case 502, 503, 504 -> new Denial.Away();
      default -> new Denial.Refused(ContractJson.problem(response));
    };
  }

  static Duration retryAfter(HttpResponse<?> response) {
    return Duration.ofSeconds(
        response
            .headers()
            .firstValue("Retry-After")
            .filter(value -> value.matches("\\d{1,9}"))
            .map(Long::parseLong)
            .orElse(0L));
  }

  static String tag(@Nullable HttpResponse<String> response) {
    return response == null ? "" : response.headers().firstValue("ETag").orElse("");
  }
}
