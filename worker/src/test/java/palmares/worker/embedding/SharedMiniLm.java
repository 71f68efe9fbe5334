package palmares.worker.embedding;

import java.nio.file.Path;

/// The model, unpacked and loaded once for all tests that need it.
public final class SharedMiniLm {

  private static final MiniLm MODEL =
      new MiniLm(Path.of(System.getProperty("java.io.tmpdir"), "embedding-cache"), 2, 512);

  private SharedMiniLm() {}

  public static MiniLm get() {
    return MODEL;
  }

  /// One that remembers nothing yet.
  static MiniLm fresh(int tokenBudget) {
    return new MiniLm(
        Path.of(System.getProperty("java.io.tmpdir"), "embedding-cache"), 2, tokenBudget);
  }
}
