package palmares.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palmares.web.StubApi;
import palmares.web.client.ApiClient;
import palmares.web.client.ApiSession;

final class FeedTest {

  private static final String SUBJECT = "submissions/s-1";
  private static final String EVENTS = "GET /submissions/s-1/events";

  private StubApi api;
  private ApiClient client;
  private LivePages pages;
  private final AtomicInteger woken = new AtomicInteger();

  @BeforeEach
  void start() throws IOException {
    api = new StubApi();
    client = ApiClient.of(api.address());
    pages = new LivePages(client);
  }

  @AfterEach
  void stop() {
    pages.close();
    client.close();
    api.close();
  }

  @Test
  void manyPagesOfOneSubjectShareOneStream() {
    var stream = api.stream(EVENTS);
    pages.join(SUBJECT, listener("one"));
    pages.join(SUBJECT, listener("two"));
    await().until(() -> stream.listeners() == 1);

    stream.send("id: 1\nevent: timeline\ndata: {}\n\n");

    await().until(() -> woken.get() == 2);
    assertThat(stream.listeners()).isEqualTo(1);
  }

  @Test
  void aBrokenStreamIsTakenUpAfterTheLastEvent() {
    var stream = api.stream(EVENTS);
    pages.join(SUBJECT, listener("one"));
    await().until(() -> stream.listeners() == 1);
    stream.send("id: 7\nevent: timeline\ndata: {}\n\n");
    await().until(() -> woken.get() == 1);

    stream.send("");

    await().until(() -> api.seen().size() == 2 && stream.listeners() == 1);
    assertThat(api.seen().getFirst().headers()).doesNotContainKey("Last-event-id");
    assertThat(api.seen().getLast().headers()).containsEntry("Last-event-id", "7");
    // What may have been missed in between.
    await().until(() -> woken.get() == 2);
  }

  @Test
  void whenOneSessionHasEndedAnotherPagesTokenIsUsed() {
    api.refuse(EVENTS, 401, "expired");
    var feed = pages.join(SUBJECT, listener("expired"));
    pages.join(SUBJECT, listener("good"));

    await()
        .untilAsserted(() ->
            assertThat(api.seen())
                .extracting(seen -> seen.headers().get("Authorization"))
                .contains("Bearer expired", "Bearer good"));
    assertThat(feed.isLive()).isFalse();
    api.stream(EVENTS);
    await().until(feed::isLive);
  }

  @Test
  void theStreamIsClosedWithTheLastPage() {
    var stream = api.stream(EVENTS);
    var one = listener("one");
    pages.join(SUBJECT, one);
    await().until(() -> stream.listeners() == 1);

    pages.leave(SUBJECT, one);

    // A server notices when it writes.
    await()
        .until(() -> {
          stream.send(": still here\n\n");
          return stream.listeners() == 0;
        });
  }

  private Listener listener(String token) {
    return new Listener(new ApiSession(client, token), woken::incrementAndGet);
  }
}
