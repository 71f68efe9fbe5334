package palmares.api.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.ApiRole;
import palmares.api.RunningApi;
import palmares.db.Database;
import palmares.db.UuidV7;
import palmares.db.notification.Message;
import palmares.db.notification.NewMessage;
import palmares.db.notification.OutboxStore;

/// The outbox with several replicas, and with one that is gone. The api of the class sends nothing
/// by itself.
class OutboxTest {

  private static final Receiver RECEIVER = Receiver.start();

  @RegisterExtension static final RunningApi API = new RunningApi(asleep());

  private static Map<String, Object> asleep() {
    var settings = new HashMap<>(RECEIVER.settings());
    settings.put("palmares.outbox.poll", "1h");
    return settings;
  }

  @AfterAll
  static void stop() {
    RECEIVER.close();
  }

  @Test
  void claimersAtTheSameTimeNeverGetTheSameMessage() throws Exception {
    var hooks = IntStream.range(0, 10).mapToObj(i -> webhook("claims" + i, "/claims")).toList();
    for (var hook : hooks) {
      IntStream.range(0, 4).forEach(i -> put(hook));
    }
    var all = new ArrayList<Message>();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var claims =
          IntStream.range(0, 24)
              .mapToObj(i -> threads.submit(() -> claim(5, Duration.ofMinutes(5))))
              .toList();
      for (var each : claims) {
        all.addAll(each.get());
      }
    }

    assertThat(all).extracting(Message::id).doesNotHaveDuplicates().hasSize(40);
    settle(all);
  }

  @Test
  void aSlowReceiverKeepsNobodyElseWaiting() {
    var slow = webhook("slow", "/slow");
    var other = webhook("other", "/other");
    IntStream.range(0, 20).forEach(i -> put(slow));
    put(other);

    var first = claim(4, Duration.ofMinutes(5));
    var second = claim(16, Duration.ofMinutes(5));

    assertThat(first).extracting(Message::webhook).containsOnly(slow);
    assertThat(second).extracting(Message::webhook).containsExactly(other);
    settle(first);
    settle(second);
    API.postgres().asOwner("delete from outbox");
  }

  @Test
  void whatAReplicaTookAlongIsSentByAnotherUnderTheSameId() {
    var hook = webhook("lost", "/lost");
    put(hook);
    var lost = claim(1, Duration.ofSeconds(1)).getFirst();

    try (var replica = awake()) {
      await().untilAsserted(() -> assertThat(RECEIVER.at("/lost")).hasSize(1));
      await().untilAsserted(() -> assertThat(state(lost.id())).isEqualTo("sent"));
      assertThat(replica.address()).isNotNull();
    }

    assertThat(RECEIVER.at("/lost").getFirst().id()).isEqualTo(lost.id().toString());
    boolean settled = database().transact(tx -> OutboxStore.failed(tx, lost, null, "too late"));
    assertThat(settled).as("who lost the claim settles nothing").isFalse();
    assertThat(state(lost.id())).isEqualTo("sent");
  }

  @Test
  void anApiThatIsKilledWhileItSendsLosesNothing() throws Exception {
    var hook = webhook("killed", "/killed");
    var held = RECEIVER.holding("/killed");
    put(hook);

    var api =
        KilledApi.start(
            API, Map.of("palmares.outbox.poll", "100ms", "palmares.outbox.attempts", 100));
    await().untilAsserted(() -> assertThat(RECEIVER.at("/killed")).isNotEmpty());
    assertThat(state(UUID.fromString(RECEIVER.at("/killed").getFirst().id()))).isEqualTo("ready");
    api.kill();
    held.release(1000);

    try (var replica = awake()) {
      await()
          .untilAsserted(() ->
              assertThat(
                      API.column(
                          "select state from outbox where webhook_id = '%s'".formatted(hook)))
                  .containsExactly("sent"));
      assertThat(replica.address()).isNotNull();
    }
    assertThat(RECEIVER.at("/killed"))
        .hasSize(2)
        .extracting(Receiver.Got::id)
        .containsOnly(RECEIVER.at("/killed").getFirst().id());
  }

  @Test
  void whatHappenedTwiceIsToldOnce() {
    var hook = webhook("once", "/once");
    var message = new NewMessage("run-ended", UuidV7.next(), "{}", Duration.ZERO);

    var both =
        database()
            .transact(tx ->
                List.of(
                    OutboxStore.toWebhook(tx, hook, message),
                    OutboxStore.toWebhook(tx, hook, message)));

    assertThat(both).containsExactly(true, false);
    API.postgres().asOwner("delete from outbox");
  }

  private static ApiRole awake() {
    var settings = new HashMap<>(API.settings());
    settings.put("palmares.outbox.poll", "100ms");
    return ApiRole.start(settings, secret -> {});
  }

  private static UUID webhook(String person, String path) {
    var made =
        API.member(person)
            .post(
                "teams/" + person + "/webhooks",
                "{\"url\":\"%s\",\"events\":[\"run-ended\"]}".formatted(RECEIVER.url(path)));
    return UUID.fromString(made.at("id"));
  }

  private static void put(UUID webhook) {
    database()
        .run(tx ->
            OutboxStore.toWebhook(
                tx, webhook, new NewMessage("test", UuidV7.next(), "{}", Duration.ZERO)));
  }

  private static List<Message> claim(int limit, Duration lease) {
    return database().transact(tx -> OutboxStore.claim(tx, limit, lease));
  }

  private static void settle(List<Message> messages) {
    database().run(tx -> messages.forEach(each -> OutboxStore.sent(tx, each, 204)));
  }

  private static String state(UUID message) {
    return API.column("select state from outbox where id = '%s'".formatted(message)).getFirst();
  }

  private static Database database() {
    return API.context().getBean(Database.class);
  }
}
