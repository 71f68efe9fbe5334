package palmares.launcher.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/// A TCP port on loopback that nothing listens on.
public final class FreePort {

  private FreePort() {}

  /// @param preferred taken if it is free; 0 for any
  public static int near(int preferred) {
    try (var socket = new ServerSocket(preferred, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      if (preferred == 0) {
        throw new UncheckedIOException("no free port on loopback", e);
      }
      return near(0);
    }
  }
}
