package palmares.launcher.role;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.regex.Pattern;
import palmares.launcher.terminal.CommandFailure;

/// Whether something listens where the database should be, asked before the api starts all that
/// would fail without it, each part with words of its own.
final class DatabaseAddress {

  private static final Pattern ONE_HOST =
      Pattern.compile("jdbc:postgresql://([^/:,?]+)(?::(\\d{1,5}))?/.*");
  private static final int DEFAULT_PORT = 5432;
  private static final int PATIENCE_MILLIS = 10_000;

  private DatabaseAddress() {}

  /// Lists of hosts and other forms are left to the driver.
  static void check(String url) {
    var address = ONE_HOST.matcher(url);
    if (!address.matches()) {
      return;
    }
    var port = address.group(2) == null ? DEFAULT_PORT : Integer.parseInt(address.group(2));
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.group(1), port), PATIENCE_MILLIS);
    } catch (IOException e) {
      throw CommandFailure.noAnswer(
          "api cannot reach its database at %s:%d: %s"
              .formatted(address.group(1), port, e.getMessage()),
          e);
    }
  }
}
