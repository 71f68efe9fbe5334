package palmares.worker.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Documents on disk under their sha-256, checked before they are used, the least recently used
/// leaving first. Several threads, and several workers on one folder, may use it at a time.
public final class DocumentCache {

  private static final int LOCKS = 64;
  private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

  private final Path folder;
  private final long capacity;
  private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();
  private final Set<String> checked = ConcurrentHashMap.newKeySet();
  private final Map<String, Long> sizes = new LinkedHashMap<>(16, 0.75f, true);

  /// Fetches the document into the file.
  public interface Source {
    void fetch(Path file) throws ApiException, InterruptedException;
  }

  /// @param capacity bytes to keep, apart from the document fetched last, which always stays
  public DocumentCache(Path folder, long capacity) throws IOException {
    if (capacity < 0) {
      throw new IllegalArgumentException("capacity must be 0 or more bytes: " + capacity);
    }
    this.folder = Files.createDirectories(folder);
    this.capacity = capacity;
    try (var files = Files.list(folder)) {
      for (var file : files.filter(DocumentCache::isDocument).toList()) {
        sizes.put(file.getFileName().toString(), Files.size(file));
      }
    }
  }

  /// Opens the document, fetching it first if it is not here.
  ///
  /// @throws IOException if what came is not what the sha-256 names, or the disk fails
  public InputStream open(String sha256, Source source)
      throws IOException, ApiException, InterruptedException {
    if (!NAME.matcher(sha256).matches()) {
      throw new IllegalArgumentException(
          "a document is named by 64 lower-case hexadecimal digits: " + sha256);
    }
    synchronized (locks[Math.floorMod(sha256.hashCode(), LOCKS)]) {
      var file = folder.resolve(sha256);
      if (!checked.contains(sha256) && !isIntact(file, sha256)) {
        fetch(sha256, file, source);
      }
      try {
        return opened(sha256, file);
      } catch (NoSuchFileException e) {
        // Another worker on this folder made room in between.
        fetch(sha256, file, source);
        return opened(sha256, file);
      }
    }
  }

  private InputStream opened(String sha256, Path file) throws IOException {
    var stream = Files.newInputStream(file);
    checked.add(sha256);
    makeRoom(sha256, Files.size(file));
    return stream;
  }

  private void fetch(String sha256, Path file, Source source)
      throws IOException, ApiException, InterruptedException {
    var fresh = Files.createTempFile(folder, "fetch-", ".part");
    try {
      source.fetch(fresh);
      var found = digest(fresh);
      if (!found.equals(sha256)) {
        throw new IOException("document " + sha256 + " came with sha-256 " + found);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static boolean isDocument(Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  private static boolean isIntact(Path file, String sha256) throws IOException {
    return Files.exists(file) && digest(file).equals(sha256);
  }

  private void makeRoom(String newest, long size) throws IOException {
    synchronized (sizes) {
      sizes.put(newest, size);
      long total = sizes.values().stream().mapToLong(Long::longValue).sum();
      var eldest = sizes.entrySet().iterator();
      while (total > capacity && eldest.hasNext()) {
        var entry = eldest.next();
        if (!entry.getKey().equals(newest)) {
          // Streams that are open on it keep reading: the name goes, the file when the last closes.
          Files.deleteIfExists(folder.resolve(entry.getKey()));
          checked.remove(entry.getKey());
          total -= entry.getValue();
          eldest.remove();
        }
      }
    }
  }

  private static String digest(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
