package palmares.db.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import palmares.db.Sha256;
import palmares.db.testing.TestDatabase;

class BlobAuditTest {

  private static final Duration DAY = Duration.ofDays(1);

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  @TempDir Path directory;

  private BlobStore blobs;

  @BeforeEach
  void emptyStore() {
    POSTGRES.asOwner("truncate blob");
    blobs = new BlobStore(directory);
  }

  @Test
  void whatWasStoredIsFoundHealthy() {
    for (int i = 0; i < 20; i++) {
      put("content " + i);
    }

    assertThat(found(true))
        .isEqualTo(
            Map.of(
                "blobs without their file", 0L,
                "blobs of another length", 0L,
                "orphan blobs", 0L,
                "blobs of another content", 0L));
  }

  @Test
  void aFileThatIsGoneCutShortOrNobodysIsCounted() throws IOException {
    Files.delete(blobs.file(put("gone").sha256()));
    var cut = blobs.file(put("cut").sha256());
    Files.write(cut, new byte[] {1, 2, 3});
    var orphan = orphan("nobody's", DAY);

    assertThat(found(false))
        .containsEntry("blobs without their file", 1L)
        .containsEntry("blobs of another length", 1L)
        .containsEntry("orphan blobs", 1L)
        .doesNotContainKey("blobs of another content");
    assertThat(orphan).exists();
  }

  @Test
  void anotherContentOfTheSameLengthIsFoundByReading() throws IOException {
    var one = blobs.file(put("one").sha256());
    var two = blobs.file(put("two").sha256());
    Files.copy(two, one, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.write(two, new byte[Math.toIntExact(Files.size(two))]);

    assertThat(found(false)).doesNotContainValue(2L);
    assertThat(found(true)).containsEntry("blobs of another content", 2L);
  }

  @Test
  void aFileWhoseTransactionMayStillCommitIsNoOrphan() throws IOException {
    orphan("just now", Duration.ofMinutes(1));

    assertThat(found(false)).containsEntry("orphan blobs", 0L);
  }

  @Test
  void theSweepRemovesWhatIsNobodysAndNothingElse() throws IOException {
    var kept = put("kept");
    Files.setLastModifiedTime(blobs.file(kept.sha256()), old(DAY.plusHours(1)));
    var orphan = orphan("nobody's", DAY.plusHours(1));
    var young = orphan("young", DAY.minusHours(1));
    var abandoned = Files.createFile(blobs.incoming().resolve("part-1.zst"));
    Files.setLastModifiedTime(abandoned, old(DAY.plusHours(1)));
    var sweep = new OrphanSweep(POSTGRES.database(), blobs, DAY);

    int removed = IntStream.range(0, 256).map(i -> sweep.sweep()).sum();

    assertThat(removed).isEqualTo(2);
    assertThat(orphan).doesNotExist();
    assertThat(abandoned).doesNotExist();
    assertThat(young).exists();
    assertThat(blobs.read(kept.sha256())).isEqualTo("kept".getBytes(UTF_8));
  }

  /// The file is there while the content is stored a second time, and is removed before that
  /// commits: the row must not be left without its file.
  @Test
  void contentThatIsStoredAgainSurvivesTheSweepOfItsOrphan() throws Exception {
    var orphan = orphan("again", DAY.plusHours(1));
    var holding = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var sweeping =
          executor.submit(() ->
              assertThatThrownBy(() ->
                      POSTGRES
                          .database()
                          .run(tx -> {
                            BlobStore.reserveName(tx, Sha256.of("again"));
                            holding.countDown();
                            waitFor(finish);
                            delete(orphan);
                            throw new IllegalStateException("rolled back");
                          }))
                  .hasMessage("rolled back"));
      assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();
      var storing = executor.submit(() -> put("again"));
      finish.countDown();
      sweeping.get(10, TimeUnit.SECONDS);
      storing.get(10, TimeUnit.SECONDS);
    }

    assertThat(blobs.read(Sha256.of("again"))).isEqualTo("again".getBytes(UTF_8));
    assertThat(found(true).values()).containsOnly(0L);
  }

  private Blob put(String content) {
    return POSTGRES.database().transact(tx -> blobs.put(tx, content.getBytes(UTF_8), "text/plain"));
  }

  private Path orphan(String content, Duration age) throws IOException {
    var file = blobs.file(put(content).sha256());
    POSTGRES.asOwner("delete from blob where sha256 = '\\x" + Sha256.of(content).hex() + "'");
    Files.setLastModifiedTime(file, old(age));
    return file;
  }

  private static FileTime old(Duration age) {
    return FileTime.from(Instant.now().minus(age));
  }

  private Map<String, Long> found(boolean deep) {
    return BlobAudit.examine(POSTGRES.database(), blobs, deep).stream()
        .collect(Collectors.toMap(BlobAudit.Finding::check, BlobAudit.Finding::violations));
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
