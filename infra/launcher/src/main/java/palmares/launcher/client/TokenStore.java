package palmares.launcher.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.launcher.terminal.CommandFailure;
import palmares.launcher.terminal.Surroundings;

/// The tokens that `sign-in` has stored: a file that only its owner can read, with one line for
/// each platform, its address and the token. A token is never sent to another address.
record TokenStore(Path file) {

  static TokenStore of(Surroundings surroundings) {
    var configured = surroundings.variable("XDG_CONFIG_HOME");
    var folder = configured == null ? surroundings.home().resolve(".config") : Path.of(configured);
    return new TokenStore(folder.resolve("palmares").resolve("token"));
  }

  @Nullable String tokenFor(URI api) {
    return lines().stream()
        .filter(line -> isOf(api, line))
        .map(line -> line.substring(line.indexOf(' ') + 1).strip())
        .findFirst()
        .orElse(null);
  }

  void store(URI api, String token) {
    write(Stream.concat(others(api), Stream.of(api + " " + token)).toList());
  }

  void forget(URI api) {
    write(others(api).toList());
  }

  private Stream<String> others(URI api) {
    return lines().stream().filter(line -> !isOf(api, line));
  }

  private static boolean isOf(URI api, String line) {
    return line.startsWith(api + " ");
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read the stored tokens in " + file, e);
    }
  }

  private void write(List<String> lines) {
    OwnerOnly.write(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }
}
