package palmares.api.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.db.event.EventStore;

class EventStreamTest {

  @RegisterExtension
  static final RunningApi API =
      new RunningApi(
          Map.of(
              "palmares.stream.per-account", 3,
              "palmares.stream.poll", "PT0.3S",
              "palmares.stream.heartbeat", "PT0.5S"));

  private static Calls bob;

  @BeforeAll
  static void publish() {
    Folders.publish(API.organiser("ada"), "live", 1);
    bob = API.member("bob");
  }

  @Test
  void sendsWhatHappenedAndWhatHappensThenInOrder() {
    var id = submission();
    try (var listening = listen(bob, id, null)) {
      await().until(() -> listening.all("id").size() >= 3);
      append(id, "job-retried");

      await().until(() -> listening.lines().toString().contains("job-retried"));

      assertThat(listening.header("Content-Type")).startsWith("text/event-stream");
      assertThat(listening.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(listening.header("Vary")).contains("Authorization");
      assertThat(listening.all("id")).containsExactly("1", "2", "3", "4");
      assertThat(listening.all("event")).startsWith("timeline").contains("state");
      assertThat(listening.all("data").getFirst()).contains("Received from bob with 1 response.");
    }
  }

  @Test
  void anotherReplicaGoesOnAfterTheLastEventId() {
    var id = submission();
    try (var replica = API.replica();
        var listening =
            new Listening(
                replica.address().resolve("/api/v1/submissions/" + id + "/events"),
                bob.token(),
                "2")) {
      await().until(() -> !listening.all("id").isEmpty());

      // Written by the first replica, heard of by the second.
      append(id, "job-retried");

      await().until(() -> listening.all("id").equals(List.of("3", "4")));
    }
  }

  @Test
  void silenceIsFilledWithComments() {
    try (var listening = listen(bob, submission(), null)) {
      await().until(() -> listening.lines().contains(": still here"));
    }
  }

  @Test
  void endsWithTheRunAndThenTellsBrowsersNotToComeBack() {
    var id = submission();
    try (var listening = listen(bob, id, null)) {
      await().until(() -> listening.all("id").size() >= 3);
      assertThat(bob.post("submissions/" + id + "/cancel", "").status()).isEqualTo(200);

      await().atMost(Duration.ofSeconds(20)).until(listening::hasEnded);

      assertThat(listening.all("event")).endsWith("end");
      assertThat(listening.all("data").toString()).contains("The run ended: cancelled.");
      try (var again = listen(bob, id, listening.all("id").getLast())) {
        assertThat(again.status()).isEqualTo(204);
      }
    }
  }

  /// Invariant 12: an event of a transaction that is still open is not passed by.
  @Test
  void aSlowTransactionIsNeverPassed() {
    var id = submission();
    var appended = new CountDownLatch(1);
    var finish = new CountDownLatch(1);
    try (var listening = listen(bob, id, "3")) {
      var slow =
          CompletableFuture.runAsync(() ->
              API.postgres()
                  .database()
                  .run(tx -> {
                    EventStore.append(tx, UUID.fromString(id), "slow", Map.of());
                    appended.countDown();
                    hold(finish);
                  }));
      hold(appended);
      var fast = CompletableFuture.runAsync(() -> append(id, "fast"));

      await()
          .during(Duration.ofSeconds(1))
          .until(() -> listening.all("id").isEmpty() && !fast.isDone());
      finish.countDown();
      CompletableFuture.allOf(slow, fast).join();

      await().until(() -> listening.all("id").equals(List.of("4", "5")));
      assertThat(timeline(listening)).element(0).asString().contains("\"kind\":\"slow\"");
      assertThat(timeline(listening)).element(1).asString().contains("\"kind\":\"fast\"");
    }
  }

  @Test
  void anAccountMayHaveSoManyAndGetsRoomAgainWhenOneIsClosed() {
    var carl = API.member("carl");
    var id = submission(carl);
    var open = new ArrayList<Listening>();
    for (var i = 0; i < 3; i++) {
      var listening = listen(carl, id, null);
      open.add(listening);
      await().until(() -> !listening.all("id").isEmpty());
    }

    assertThat(carl.get("submissions/" + id + "/events").status()).isEqualTo(429);
    assertThat(carl.get("submissions/" + id + "/events").at("type"))
        .isEqualTo("urn:palmares:problem:too-many-streams");
    open.removeFirst().close();
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          try (var listening = listen(carl, id, null)) {
            assertThat(listening.status()).isEqualTo(200);
          }
        });
    open.forEach(Listening::close);
  }

  @Test
  void whoMayNotSeeASubjectHearsNothingOfIt() {
    var id = submission();

    assertThat(API.member("eve").get("submissions/" + id + "/events").status()).isEqualTo(404);
    assertThat(API.anonymous().get("submissions/" + id + "/events").status()).isEqualTo(401);
    var unknown = API.anonymous().get("leaderboards/" + UUID.randomUUID() + "/events");
    assertThat(unknown.status()).isEqualTo(404);
  }

  @Test
  void aLastEventIdThatIsNoneIsRefused() {
    try (var listening = listen(bob, submission(), "x")) {
      assertThat(listening.status()).isEqualTo(400);
    }
  }

  @Test
  void aLeaderboardTellsThatItWasBuilt() {
    var board = API.anonymous().get("benchmarks/live").at("leaderboards[0].id");
    API.postgres()
        .database()
        .run(tx ->
            EventStore.append(tx, UUID.fromString(board), "board-built", Map.of("revision", "7")));

    try (var listening =
        new Listening(bob.address("leaderboards/" + board + "/events"), bob.token(), "0")) {
      await().until(() -> !listening.all("data").isEmpty());

      assertThat(listening.all("event")).contains("leaderboard");
      assertThat(listening.all("data").getLast()).contains("\"revision\":\"7\"");
    }
  }

  private static void hold(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).as("released in time").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static List<String> timeline(Listening listening) {
    return listening.all("data").stream().filter(data -> data.contains("\"seq\":")).toList();
  }

  private static Listening listen(Calls caller, String submission, String lastEventId) {
    return new Listening(
        caller.address("submissions/" + submission + "/events"), caller.token(), lastEventId);
  }

  private static void append(String submission, String kind) {
    API.postgres()
        .database()
        .run(tx -> EventStore.append(tx, UUID.fromString(submission), kind, Map.of()));
  }

  private static String submission() {
    return submission(bob);
  }

  private static String submission(Calls caller) {
    return caller
        .send(
            "POST",
            "submissions?benchmark=live&system=mine",
            "{\"id\":\"q1\",\"text\":\"a1\"}".getBytes(UTF_8),
            List.of("Content-Type", "application/jsonl"))
        .at("id");
  }
}
