package palmares.api.upload;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import palmares.api.ApiConfig;
import palmares.api.BlobSettings;
import palmares.api.problem.Refused;

/// Lets an upload begin only when there is room for it on the disk, and not more than a few of one
/// account at a time.
@Singleton
public final class UploadGate {

  static final int PER_ACCOUNT = 4;

  /// What each holds in memory is a few lines, of at most [Lines#MAX_BYTES].
  static final int IN_ALL = 8;

  /// An upload is kept as it came, as the document for workers, and in files of large responses;
  /// none of them, packed as they are, is larger than the upload.
  static final int COPIES = 3;

  /// What is reserved at a time where nobody said how large the upload will be.
  static final long STEP = 64L * 1024 * 1024;

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Path directory;
  private final long maxUpload;
  private final long most;
  private final Map<UUID, Integer> open = new HashMap<>();
  private int inAll;
  private long reserved;

  UploadGate(BlobSettings blobs, ApiConfig config) {
    this.directory = blobs.directory();
    this.maxUpload = config.maxUpload();
    this.most = config.uploadRoom() == 0 ? Long.MAX_VALUE : config.uploadRoom();
  }

  /// The most bytes that an upload may have, packed and unpacked.
  public long maxUpload() {
    return maxUpload;
  }

  /// @param length bytes that will come; absent where the sender does not say
  /// @throws Refused if there is no room, or too many of this account are under way
  public synchronized Admission enter(UUID account, OptionalLong length) {
    if (open.getOrDefault(account, 0) >= PER_ACCOUNT) {
      throw Refused.later(
          "too-many-uploads",
          HttpStatus.TOO_MANY_REQUESTS,
          "%d uploads of this account are under way; wait for one to end.".formatted(PER_ACCOUNT),
          RETRY);
    }
    if (inAll >= IN_ALL) {
      throw tooMany();
    }
    var bytes = Math.min(length.orElse(STEP), maxUpload);
    reserve(bytes);
    open.merge(account, 1, Integer::sum);
    inAll++;
    return new Admission(account, bytes);
  }

  private static Refused tooMany() {
    return Refused.later(
        "too-many-uploads",
        HttpStatus.SERVICE_UNAVAILABLE,
        "%d uploads are under way; wait for one to end.".formatted(IN_ALL),
        RETRY);
  }

  private void reserve(long bytes) {
    if (bytes > most - reserved || bytes > free() / COPIES - reserved) {
      throw Refused.later(
          "no-space",
          HttpStatus.SERVICE_UNAVAILABLE,
          "There is no room for %d more bytes of an upload now.".formatted(bytes),
          RETRY);
    }
    reserved += bytes;
  }

  private long free() {
    try {
      Files.createDirectories(directory);
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot see how much room is left in " + directory, e);
    }
  }

  /// Held while an upload is under way, by one or by several who work on it.
  public final class Admission implements AutoCloseable {

    private final UUID account;
    private long bytes;
    private int holders = 1;

    private Admission(UUID account, long bytes) {
      this.account = account;
      this.bytes = bytes;
    }

    /// The same bytes, with room for them reserved as they come in.
    ///
    /// Reading fails with [Refused] where there is none.
    public InputStream watch(InputStream upload) {
      return new Counted(upload, this::reach);
    }

    private void reach(long size) {
      synchronized (UploadGate.this) {
        while (size > bytes) {
          reserve(STEP);
          bytes += STEP;
        }
      }
    }

    /// The same, to be closed once more.
    Admission shared() {
      synchronized (UploadGate.this) {
        holders++;
        return this;
      }
    }

    @Override
    public void close() {
      synchronized (UploadGate.this) {
        if (--holders == 0) {
          open.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
          inAll--;
          reserved -= bytes;
        }
      }
    }
  }
}
