package palmares.launcher.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import palmares.launcher.client.ApiConnection.Upload;
import palmares.launcher.terminal.CommandFailure;

/// A file of responses on its way out. A larger one is packed into a temporary file first, so that
/// a second try need not pack it again.
final class ResponseFile implements AutoCloseable {

  private static final long WORTH_PACKING = 64 * 1024;

  private final Path file;
  private final @Nullable Path packed;

  private ResponseFile(Path file, @Nullable Path packed) {
    this.file = file;
    this.packed = packed;
  }

  static ResponseFile open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw CommandFailure.badInput("no file " + file);
    }
    try {
      var pack = !isGzip(file) && Files.size(file) > WORTH_PACKING;
      return new ResponseFile(file, pack ? pack(file) : null);
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + file, e);
    }
  }

  /// What the system is called if nothing else is said: as the file is, without its endings.
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("(\\.jsonl?)?(\\.gz)?$", "");
  }

  Upload upload() {
    try {
      var gzip = packed != null || isGzip(file);
      return new Upload(
          BodyPublishers.ofFile(packed != null ? packed : file),
          "application/jsonl",
          gzip ? Map.of("Content-Encoding", "gzip") : Map.of());
    } catch (IOException e) {
      throw CommandFailure.badInput("cannot read " + file, e);
    }
  }

  @Override
  public void close() {
    if (packed != null) {
      try {
        Files.deleteIfExists(packed);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot delete " + packed, e);
      }
    }
  }

  private static boolean isGzip(Path file) {
    return file.toString().endsWith(".gz");
  }

  private static Path pack(Path file) throws IOException {
    var packed = Files.createTempFile("palmares", ".jsonl.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      Files.copy(file, out);
    } catch (IOException e) {
      Files.deleteIfExists(packed);
      throw e;
    }
    return packed;
  }
}
