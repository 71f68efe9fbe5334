package palmares.worker.embedding;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Embeddings by the sha-256 of their text, the least recently used leaving first.
final class EmbeddingCache {

  private final int capacity;
  private final Map<ByteBuffer, float[]> vectors = new LinkedHashMap<>(16, 0.75f, true);
  private long asked;
  private long hits;

  EmbeddingCache(int capacity) {
    this.capacity = capacity;
  }

  synchronized float @Nullable [] get(String text) {
    var vector = vectors.get(key(text));
    asked++;
    hits += vector == null ? 0 : 1;
    return vector;
  }

  /// Counts a text that was already asked for in the same list, and so is computed once.
  synchronized void countRepeat() {
    asked++;
    hits++;
  }

  synchronized void put(String text, float[] vector) {
    vectors.put(key(text), vector);
    if (vectors.size() > capacity) {
      var eldest = vectors.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  synchronized EmbeddingCounts counts() {
    return new EmbeddingCounts(asked, hits);
  }

  private static ByteBuffer key(String text) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
