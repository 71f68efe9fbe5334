package palmares.api.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/// Counts the bytes that are read.
final class Counted extends FilterInputStream {

  private final LongConsumer watcher;
  private long bytes;

  /// @param watcher is told the number of all bytes so far, before the newest are handed on
  Counted(InputStream in, LongConsumer watcher) {
    super(in);
    this.watcher = watcher;
  }

  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    var read = super.read();
    count(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    var read = super.read(buffer, offset, length);
    count(read);
    return read;
  }

  private void count(int read) {
    if (read > 0) {
      bytes += read;
      watcher.accept(bytes);
    }
  }
}
