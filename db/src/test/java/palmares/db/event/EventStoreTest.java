package palmares.db.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.db.UuidV7;
import palmares.db.testing.TestDatabase;

class EventStoreTest {

  @RegisterExtension static final TestDatabase POSTGRES = new TestDatabase();

  private final UUID subject = UuidV7.next();

  @Test
  void numbersEachSubjectFromOneWithoutHoles() {
    var other = UuidV7.next();

    append("received");
    POSTGRES.database().run(tx -> EventStore.append(tx, other, "received", Map.of()));
    append("stage-started");

    assertThat(timeline())
        .extracting(Event::seq, Event::kind)
        .containsExactly(Assertions.tuple(1, "received"), Assertions.tuple(2, "stage-started"));
  }

  @Test
  void givesWhatCameAfterANumberWithItsDetail() {
    append("received");
    POSTGRES
        .database()
        .run(tx -> EventStore.append(tx, subject, "stage-started", Map.of("stage", "score")));

    var events = POSTGRES.database().transact(tx -> EventStore.after(tx, subject, 1, 10));

    assertThat(events)
        .singleElement()
        .satisfies(event -> assertThat(event.detail()).containsEntry("stage", "score"));
  }

  /// Invariant 12: no reader follows a sequence over a concurrently written table.
  @Test
  void aReaderNeverPassesAnEventOfATransactionStillOpen() throws Exception {
    var appended = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    var slow =
        CompletableFuture.runAsync(() ->
            POSTGRES
                .database()
                .run(tx -> {
                  EventStore.append(tx, subject, "first", Map.of());
                  appended.countDown();
                  await(finish);
                }));
    assertThat(appended.await(10, TimeUnit.SECONDS)).as("appended in time").isTrue();
    var fast = CompletableFuture.runAsync(() -> append("second"));

    Assertions.assertThatThrownBy(() -> fast.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(timeline()).isEmpty();
    finish.countDown();
    CompletableFuture.allOf(slow, fast).get();

    assertThat(timeline()).extracting(Event::kind).containsExactly("first", "second");
  }

  private List<Event> timeline() {
    return POSTGRES.database().transact(tx -> EventStore.after(tx, subject, 0, 10));
  }

  private void append(String kind) {
    POSTGRES.database().run(tx -> EventStore.append(tx, subject, kind, Map.of()));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
