package palmares.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.Surroundings;
import picocli.CommandLine.Option;

/// Which platform a command speaks to, and as whom.
public final class ApiOptions {

  private static final String DEFAULT = "http://127.0.0.1:8080";

  private final Surroundings surroundings;

  @Option(
      names = "--api",
      paramLabel = "ADDRESS",
      description = "the platform; otherwise PALMARES_API, otherwise " + DEFAULT)
  private @Nullable String api;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "holds a token; otherwise PALMARES_TOKEN, otherwise what sign-in has stored")
  private @Nullable Path tokenFile;

  public ApiOptions(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Whether the command names a platform itself.
  public boolean isGiven() {
    return api != null;
  }

  public ApiConnection connect() {
    var address = address();
    return new ApiConnection(address, token(address), this::pause);
  }

  /// For calls that need no token, such as the one that gives one.
  ApiConnection connectAsNobody() {
    return new ApiConnection(address(), null, this::pause);
  }

  private URI address() {
    var named = api != null ? api : surroundings.variable("PALMARES_API");
    var text = (named == null ? DEFAULT : named).replaceAll("/+$", "");
    try {
      var address = new URI(text);
      var scheme = address.getScheme();
      if (("http".equals(scheme) || "https".equals(scheme)) && address.getHost() != null) {
        return address;
      }
    } catch (URISyntaxException e) {
      throw notAnAddress(text);
    }
    throw notAnAddress(text);
  }

  private static CommandFailure notAnAddress(String text) {
    return CommandFailure.badInput(
        "the platform's address must begin with http:// or https:// and name a host: " + text);
  }

  private @Nullable String token(URI address) {
    if (tokenFile != null) {
      return tokenIn(tokenFile);
    }
    var given = surroundings.variable("PALMARES_TOKEN");
    return given != null ? given : TokenStore.of(surroundings).tokenFor(address);
  }

  private static String tokenIn(Path file) {
    try {
      var token = Files.readString(file).strip();
      if (token.isEmpty() || token.chars().anyMatch(Character::isWhitespace)) {
        throw CommandFailure.badInput(file + " must hold one token and nothing else");
      }
      return token;
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read the token file " + file, e);
    }
  }

  private void pause(int attempt, Duration length) throws InterruptedException {
    if (attempt > 1) {
      surroundings.warn("no answer yet, trying again in " + length.toSeconds() + " s");
    }
    Thread.sleep(length);
  }
}
