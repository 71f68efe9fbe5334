package palmares.contract.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The line between a browser and the pages, which tears until it is mended: as a whole, as in a
/// train that goes through a tunnel, or in each connection that has carried so many bytes up.
public final class Cable implements AutoCloseable {

  private final URI to;
  private final ServerSocket here;
  private final List<Socket> ends = new CopyOnWriteArrayList<>();
  private volatile long most = Long.MAX_VALUE;
  private volatile boolean isTorn;
  private volatile boolean isLossy;

  public Cable(URI to) throws IOException {
    this.to = to;
    this.here = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + here.getLocalPort());
  }

  /// Tears each connection that has carried more than so many bytes from the browser, and no other.
  public void tearAfter(long bytes) {
    most = bytes;
  }

  /// Carries nothing any more, while both ends still believe that they are connected.
  public void lose() {
    isLossy = true;
  }

  /// Tears every connection now.
  public void tear() throws IOException {
    isTorn = true;
    hangUp();
  }

  public void mend() {
    most = Long.MAX_VALUE;
    isLossy = false;
    isTorn = false;
  }

  private void accept() {
    try {
      while (true) {
        var browser = here.accept();
        if (isTorn) {
          browser.close();
          continue;
        }
        var server = new Socket(to.getHost(), to.getPort());
        ends.add(browser);
        ends.add(server);
        Thread.ofVirtual().start(() -> carry(browser, server, true));
        Thread.ofVirtual().start(() -> carry(server, browser, false));
      }
    } catch (IOException e) {
      // Closed: nobody is to come any more.
    }
  }

  private void carry(Socket from, Socket into, boolean isUp) {
    var buffer = new byte[4096];
    long carried = 0;
    try (from;
        into) {
      for (var n = from.getInputStream().read(buffer);
          n >= 0;
          n = from.getInputStream().read(buffer)) {
        carried += n;
        if (isUp && carried > most) {
          return;
        }
        if (!isLossy) {
          into.getOutputStream().write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // Torn, or hung up by one of both.
    }
  }

  private void hangUp() throws IOException {
    for (var end : ends) {
      end.close();
    }
    ends.clear();
  }

  @Override
  public void close() throws IOException {
    here.close();
    hangUp();
  }
}
