package palmares.api.upload;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream into lines, whether they end by LF or CRLF, without a byte order mark; lines of
/// white space alone are passed over.
public final class Lines {

  public static final int MAX_BYTES = 4 * 1024 * 1024;
  static final int MAX_LINES = 10_000_000;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private int number;
  private boolean atEnd;

  public Lines(InputStream in) {
    this.in = in;
  }

  /// The next line that is not blank; null after the last.
  ///
  /// @throws BadUpload if there are too many
  public @Nullable Line next() throws IOException {
    while (!atEnd) {
      var line = read();
      if (!(line instanceof Line.Bytes(var no, var content)) || !isBlank(content)) {
        return line;
      }
    }
    return null;
  }

  private Line read() throws IOException {
    if (++number > MAX_LINES) {
      throw new BadUpload(
          BadUpload.Reason.TOO_LARGE, "is more than the %d lines allowed".formatted(MAX_LINES));
    }
    var line = new ByteArrayOutputStream(256);
    long length = 0;
    while (true) {
      if (at == end && !fill()) {
        atEnd = true;
        break;
      }
      var stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      length += stop - at;
      if (length <= MAX_BYTES) {
        line.write(buffer, at, stop - at);
      }
      at = stop;
      if (at < end) {
        at++; // past the line feed
        break;
      }
    }
    return length > MAX_BYTES
        ? new Line.TooLong(number, length)
        : new Line.Bytes(number, content(line.toByteArray()));
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private byte[] content(byte[] line) {
    var from = number == 1 && startsWithMark(line) ? BYTE_ORDER_MARK.length : 0;
    var to = line.length > from && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
    return from == 0 && to == line.length ? line : Arrays.copyOfRange(line, from, to);
  }

  private static boolean startsWithMark(byte[] line) {
    return line.length >= BYTE_ORDER_MARK.length
        && Arrays.equals(line, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, 3);
  }

  private static boolean isBlank(byte[] line) {
    for (var each : line) {
      if (each != ' ' && each != '\t' && each != '\r') {
        return false;
      }
    }
    return true;
  }
}
