package palmares.worker.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentCacheTest {

  @TempDir private Path folder;
  private final AtomicInteger fetches = new AtomicInteger();
  private DocumentCache cache;

  @BeforeEach
  void open() throws IOException {
    cache = new DocumentCache(folder, 10);
  }

  @Test
  void aDocumentIsFetchedOnce() throws Exception {
    read("hello");

    assertThat(read("hello")).isEqualTo("hello");
    assertThat(fetches).hasValue(1);
  }

  @Test
  void manyThreadsShareOneFetch() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var readers =
          IntStream.range(0, 32).mapToObj(i -> threads.submit(() -> read("hello"))).toList();
      for (var reader : readers) {
        assertThat(reader.get()).isEqualTo("hello");
      }
    }

    assertThat(fetches).hasValue(1);
  }

  @Test
  void theLeastRecentlyUsedLeavesFirst() throws Exception {
    read("aaaa");
    read("bbbb");
    read("aaaa");

    read("cccc");

    assertThat(folder).isDirectoryNotContaining("glob:**" + sha256("bbbb"));
    read("aaaa");
    assertThat(fetches).hasValue(3);
  }

  @Test
  void aDocumentLargerThanTheCacheStaysUntilTheNext() throws Exception {
    assertThat(read("longer than ten bytes")).isEqualTo("longer than ten bytes");
  }

  @Test
  void aStreamSurvivesThatItsDocumentLeaves() throws Exception {
    try (var early = cache.open(sha256("early"), file -> write(file, "early"))) {
      read("longer than ten bytes");

      assertThat(new String(early.readAllBytes(), UTF_8)).isEqualTo("early");
    }
  }

  @Test
  void whatIsNotWhatItsNameSaysIsRefusedAndNotKept() {
    var wanted = sha256("right");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> cache.open(wanted, file -> write(file, "wrong")))
        .withMessage("document %s came with sha-256 %s", wanted, sha256("wrong"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileThatWasDamagedBetweenTwoRunsIsFetchedAgain() throws Exception {
    Files.writeString(folder.resolve(sha256("hello")), "hel");

    cache = new DocumentCache(folder, 10);

    assertThat(read("hello")).isEqualTo("hello");
  }

  @Test
  void documentsOfAnEarlierRunCountAndAreUsed() throws Exception {
    read("aaaa");
    read("bbbb");

    cache = new DocumentCache(folder, 10);
    read("aaaa");
    read("cccc");

    assertThat(fetches).hasValue(3);
    assertThat(folder).isDirectoryNotContaining("glob:**" + sha256("bbbb"));
  }

  private String read(String text) throws Exception {
    try (var in =
        cache.open(
            sha256(text),
            file -> {
              fetches.incrementAndGet();
              write(file, text);
            })) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
