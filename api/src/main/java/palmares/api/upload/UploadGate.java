package palmares.api.upload;

import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import palmares.api.ApiConfig;
import palmares.api.BlobSettings;
import palmares.api.problem.Refused;

/// Lets an upload begin only when there is room for the largest it could become, and not more than
/// a few of one account at a time.
@Singleton
public final class UploadGate {

  static final int PER_ACCOUNT = 4;

  /// Responses are held in memory until they are stored.
  static final int IN_ALL = 8;

  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Path directory;
  private final long maxUpload;
  private final Map<UUID, Integer> open = new HashMap<>();
  private long reserved;

  UploadGate(BlobSettings blobs, ApiConfig config) {
    this.directory = blobs.directory();
    this.maxUpload = config.maxUpload();
  }

  /// The most bytes that an upload may have, packed and unpacked.
  public long maxUpload() {
    return maxUpload;
  }

  /// @throws Refused if there is no room, or too many of this account are under way
  public synchronized Admission enter(UUID account) {
    if (open.getOrDefault(account, 0) >= PER_ACCOUNT) {
      throw Refused.later(
          "too-many-uploads",
          HttpStatus.TOO_MANY_REQUESTS,
          "%d uploads of this account are under way; wait for one to end.".formatted(PER_ACCOUNT),
          RETRY);
    }
    if (reserved >= IN_ALL * maxUpload) {
      throw Refused.later(
          "too-many-uploads",
          HttpStatus.SERVICE_UNAVAILABLE,
          "%d uploads are under way; wait for one to end.".formatted(IN_ALL),
          RETRY);
    }
    if (free() - reserved < maxUpload) {
      throw Refused.later(
          "no-space",
          HttpStatus.SERVICE_UNAVAILABLE,
          "There is no room for an upload of up to %d bytes now.".formatted(maxUpload),
          RETRY);
    }
    open.merge(account, 1, Integer::sum);
    reserved += maxUpload;
    return new Admission(account);
  }

  private long free() {
    try {
      Files.createDirectories(directory);
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot see how much room is left in " + directory, e);
    }
  }

  private synchronized void leave(UUID account) {
    open.computeIfPresent(account, (id, count) -> count == 1 ? null : count - 1);
    reserved -= maxUpload;
  }

  /// Held while an upload is under way.
  public final class Admission implements AutoCloseable {

    private final UUID account;

    private Admission(UUID account) {
      this.account = account;
    }

    @Override
    public void close() {
      leave(account);
    }
  }
}
