package palmares.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// How the web role listens and where it finds the API.
///
/// @param port 0 takes a free one
/// @param bind the address to listen on; loopback unless told otherwise
/// @param api the API's address, without a path
/// @param apiTimeout how long the API may stay silent within one exchange
/// @param trustForwarded whether `X-Forwarded-*` of a request is believed: only behind a proxy of
///   ours that sets them
public record WebConfig(
    int port, String bind, URI api, Duration apiTimeout, boolean trustForwarded) {

  public static final int DEFAULT_PORT = 8080;
  public static final String LOOPBACK = "127.0.0.1";
  public static final URI DEFAULT_API = URI.create("http://127.0.0.1:8090");
  public static final Duration DEFAULT_API_TIMEOUT = Duration.ofSeconds(60);

  static final String PORT = "palmares.web.port";
  static final String BIND = "palmares.web.bind";
  static final String API = "palmares.web.api";
  static final String API_TIMEOUT = "palmares.web.api-timeout";
  static final String TRUST_FORWARDED = "palmares.web.trust-forwarded";

  public WebConfig {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(PORT + " must be in 0..65535: " + port);
    }
    if (bind.isBlank()) {
      throw new IllegalArgumentException(BIND + " must name an address to listen on, but is blank");
    }
    boolean http = "http".equals(api.getScheme()) || "https".equals(api.getScheme());
    if (!http
        || api.getHost() == null
        || !Objects.requireNonNullElse(api.getPath(), "").isEmpty()) {
      throw new IllegalArgumentException(
          API + " must be an http or https address without a path: " + api);
    }
    if (!apiTimeout.isPositive()) {
      throw new IllegalArgumentException(API_TIMEOUT + " must be positive: " + apiTimeout);
    }
  }

  /// The defaults for an API at that address, on loopback.
  public static WebConfig of(int port, URI api) {
    return new WebConfig(port, LOOPBACK, api, DEFAULT_API_TIMEOUT, false);
  }

  /// Reads `palmares.web.port`, `bind`, `api`, `api-timeout` (ISO 8601, such as `PT60S`) and
  /// `trust-forwarded`, or the same in the form of the environment, such as `PALMARES_WEB_PORT`;
  /// what is absent takes its default.
  public static WebConfig from(Map<String, String> settings) {
    String port = value(settings, PORT, Integer.toString(DEFAULT_PORT));
    String api = value(settings, API, DEFAULT_API.toString());
    String timeout = value(settings, API_TIMEOUT, DEFAULT_API_TIMEOUT.toString());
    try {
      return new WebConfig(
          Integer.parseInt(port),
          value(settings, BIND, LOOPBACK),
          new URI(api),
          Duration.parse(timeout),
          flag(value(settings, TRUST_FORWARDED, "false")));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(PORT + " must be a number: " + port, e);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(API + " must be an address: " + api, e);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          API_TIMEOUT + " must be a duration such as PT60S: " + timeout, e);
    }
  }

  private static String value(Map<String, String> settings, String name, String otherwise) {
    String inEnvironment = name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    return settings.getOrDefault(name, settings.getOrDefault(inEnvironment, otherwise));
  }

  private static boolean flag(String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new IllegalArgumentException(TRUST_FORWARDED + " must be true or false: " + value);
    };
  }
}
