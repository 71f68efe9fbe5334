package palmares.web.submission;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// The room that uploads have on the disk of this process: a few files for each account, and never
/// the last of the disk, which everything else that runs here needs too.
public final class UploadRoom {

  static final int FILES = 3;
  static final long LEFT_FREE = 1024L * 1024 * 1024;

  private final LongSupplier usable;
  private final Map<String, Integer> files = new HashMap<>();
  private long underWay;

  /// @param usable bytes that are free on the disk now
  UploadRoom(LongSupplier usable) {
    this.usable = usable;
  }

  /// On the disk of the folder for temporary files.
  public static UploadRoom ofThisMachine() {
    var folder = Path.of(System.getProperty("java.io.tmpdir"));
    return new UploadRoom(() -> {
      try {
        return Files.getFileStore(folder).getUsableSpace();
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot tell how much room there is in " + folder, e);
      }
    });
  }

  sealed interface Taken {}

  /// @param why in words for whoever uploads
  record Full(String why) implements Taken {}

  /// Room for one file, until it is given back.
  final class Place implements Taken {

    private final String account;
    private final long bytes;
    private final AtomicBoolean isWritten = new AtomicBoolean();
    private final AtomicBoolean isBack = new AtomicBoolean();

    private Place(String account, long bytes) {
      this.account = account;
      this.bytes = bytes;
    }

    /// The file is whole: what it takes of the disk shows by itself now.
    void written() {
      if (isWritten.compareAndSet(false, true)) {
        end(bytes);
      }
    }

    void giveBack() {
      written();
      if (isBack.compareAndSet(false, true)) {
        leave(account);
      }
    }
  }

  /// @param bytes of the file
  synchronized Taken take(String account, long bytes) {
    if (files.getOrDefault(account, 0) >= FILES) {
      return new Full(
          "%d files of yours are being submitted already; finish or close one of those pages first."
              .formatted(FILES));
    }
    if (usable.getAsLong() - underWay - bytes < LEFT_FREE) {
      return new Full("There is no room for it here at the moment. Try again later.");
    }
    files.merge(account, 1, Integer::sum);
    underWay += bytes;
    return new Place(account, bytes);
  }

  private synchronized void end(long bytes) {
    underWay -= bytes;
  }

  private synchronized void leave(String account) {
    files.computeIfPresent(account, (name, count) -> count == 1 ? null : count - 1);
  }
}
