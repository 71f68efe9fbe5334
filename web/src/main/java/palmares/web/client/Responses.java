package palmares.web.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Function;
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

  /// What is read piece by piece as it comes.
  ///
  /// @param what was asked for, should there be no such thing
  static <T> Answer<T> opened(
      @Nullable HttpResponse<InputStream> response,
      String what,
      Function<HttpResponse<InputStream>, T> reader) {
    if (response == null) {
      return new Denied<>(new Denial.Away());
    }
    if (response.statusCode() == 200) {
      return new Given<>(reader.apply(response));
    }
    try (var unread = response.body()) {
      return new Denied<>(
          switch (response.statusCode()) {
            case 401 -> new Denial.SignedOut();
            case 404 -> new Denial.Unknown(what);
            case 429 -> new Denial.TooMany(what, retryAfter(response));
            default -> new Denial.Away();
          });
    } catch (IOException e) {
      return new Denied<>(new Denial.Away());
    }
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
