package palmares.api.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.Arrays;
import palmares.api.Calls;

/// A request whose body is sent when the test says so, and broken off by closing it.
final class SlowUpload implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader answers;
  private final byte[] body;
  private int sent;

  private SlowUpload(Socket socket, byte[] body) throws IOException {
    this.socket = socket;
    this.answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    this.body = body;
  }

  /// Sends all but the body, and waits until it is asked for, or refused.
  static SlowUpload announce(Calls caller, String path, String type, byte[] body)
      throws IOException {
    return announce("POST", caller, path, type, body);
  }

  static SlowUpload announce(String method, Calls caller, String path, String type, byte[] body)
      throws IOException {
    var address = caller.address(path);
    var upload = new SlowUpload(new Socket(address.getHost(), address.getPort()), body);
    var head =
        """
        %s %s HTTP/1.1
        Host: %s
        Authorization: Bearer %s
        Content-Type: %s
        Content-Length: %d
        Expect: 100-continue

        """
            .formatted(
                method,
                address.getRawPath()
                    + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()),
                address.getAuthority(),
                caller.token(),
                type,
                body.length);
    upload.socket.getOutputStream().write(head.replace("\n", "\r\n").getBytes(US_ASCII));
    return upload;
  }

  /// The status that comes next.
  int status() throws IOException {
    var line = answers.readLine();
    while (line != null && !line.startsWith("HTTP/1.1 ")) {
      line = answers.readLine();
    }
    return line == null ? 0 : Integer.parseInt(line.split(" ")[1]);
  }

  /// Sends the first half of the body.
  SlowUpload half() throws IOException {
    sent = body.length / 2;
    socket.getOutputStream().write(Arrays.copyOf(body, sent));
    return this;
  }

  /// Sends what is left of the body.
  int finish() throws IOException {
    socket.getOutputStream().write(Arrays.copyOfRange(body, sent, body.length));
    return status();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a socket does not close", e);
    }
  }
}
