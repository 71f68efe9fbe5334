package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.api.Calls;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;
import palmares.api.submission.Files;
import palmares.api.submission.HandWorker;
import palmares.db.UuidV7;
import palmares.db.exclusion.ExclusionStore;

class ExclusionOverHttpTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String WAITING =
      "select pid from pg_stat_activity where wait_event_type = 'Lock'"
          + " and wait_event = 'advisory' and datname = current_database()";
  private static final String LIFT = "{\"reason\":\"no leak\"}";
  private static final String LIST = "benchmarks/%s/versions/1/exclusions";

  @Test
  void whatIsLeftOutIsListedWithItsReasonUntilItIsLiftedAndAfterwards() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "listed", 2);

    var made = exclude(ada, "listed", "example", "q2", "leaked");
    var again = exclude(ada, "listed", "example", "q2", "leaked twice");

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("excluded-already", "'q2' is left out already");
    var seen = API.anonymous().get(LIST.formatted("listed"));
    assertThat(seen.at("items[0].subject") + seen.at("items[0].reason")).isEqualTo("q2leaked");
    assertThat(seen.at("items[0].by")).isEqualTo("absent");
    assertThat(ada.get(LIST.formatted("listed")).at("items[0].by")).isEqualTo("ada");

    var path = LIST.formatted("listed") + "/" + made.at("id") + "/lift";
    assertThat(ada.post(path, "{\"reason\":\" \"}").at("errors[0].field")).isEqualTo("reason");
    var lifted = ada.post(path, "{\"reason\":\" no leak\"}");
    assertThat(lifted.at("liftedBy") + lifted.at("liftReason")).isEqualTo("adano leak");
    assertThat(ada.post(path, "{\"reason\":\"again\"}").text()).isEqualTo(lifted.text());
    assertThat(API.anonymous().get(LIST.formatted("listed")).at("items[0].liftReason"))
        .isEqualTo("no leak");
    assertThat(exclude(ada, "listed", "example", "q2", "after all").status()).isEqualTo(201);
    assertThat(API.column("select action from audit_event where subject = 'listed 1' order by id"))
        .containsExactly(
            "benchmark-published", "evidence-excluded", "exclusion-lifted", "evidence-excluded");
  }

  @Test
  void aCheckSaysWhatItWouldConcernAndLeavesNothingOut() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "checked", 2);
    var submission = submit(ada, "checked", "mine");
    var check = LIST.formatted("checked") + "/check";
    assertThat(ada.post(check, body("example", "q2", "leaked")).at("submissions")).isEqualTo("0");
    new HandWorker(API).workAll();

    var example = ada.post(check, body("example", "q2", "leaked"));
    var whole = ada.post(check, body("submission", submission.toUpperCase(Locale.ROOT), "copied"));

    assertThat(example.at("submissions")).as(example.toString()).isEqualTo("1");
    assertThat(example.at("leaderboards[0]")).isNotEqualTo("absent");
    assertThat(whole.at("submissions") + " " + whole.at("subject")).isEqualTo("1 " + submission);
    assertThat(ada.post(check, body("example", "q9", "leaked")).status()).isEqualTo(422);
    assertThat(ada.get(LIST.formatted("checked")).at("items[0].id")).isEqualTo("absent");
    exclude(ada, "checked", "example", "q2", "leaked");
    assertThat(ada.post(check, body("example", "q2", "leaked")).status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          system     | q1                                   | x | kind
          example    | q9                                   | x | subject
          submission | 00000000-0000-0000-0000-000000000000 | x | subject
          run        | none                                 | x | subject
          rater      | elsewhere                            | x | subject
          example    | q1                                   | ' ' | reason
          """)
  void whatTheVersionDoesNotHaveIsRefused(
      String kind, String subject, String reason, String field) {
    var ada = API.organiser("ada");
    if (API.anonymous().get("benchmarks/bad").status() == 404) {
      Folders.publish(ada, "bad", 1);
    }

    var refused = exclude(ada, "bad", kind, subject, reason);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("errors[0].field")).isEqualTo(field);
    assertThat(ada.get(LIST.formatted("bad")).at("items")).isEqualTo("list of 0");
  }

  @Test
  void theListIsReadInPagesOfWhatStandsOrWasLifted() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "paged", 3);
    var list = LIST.formatted("paged");
    var first = exclude(ada, "paged", "example", "q1", "x").at("id");
    exclude(ada, "paged", "example", "q2", "x");
    exclude(ada, "paged", "example", "q3", "x");
    ada.post(list + "/" + first + "/lift", LIFT);

    var newest = API.anonymous().get(list + "?limit=2");
    var oldest = API.anonymous().get(list + "?limit=2&cursor=" + newest.at("next"));

    assertThat(newest.at("items[0].subject") + newest.at("items[1].subject")).isEqualTo("q3q2");
    assertThat(oldest.at("items") + oldest.at("items[0].subject")).isEqualTo("list of 1q1");
    assertThat(oldest.at("next")).isEqualTo("absent");
    assertThat(API.anonymous().get(list + "?lifted=true").at("items")).isEqualTo("list of 1");
    assertThat(API.anonymous().get(list + "?lifted=false").at("items")).isEqualTo("list of 2");
    assertThat(API.anonymous().get(list + "?lifted=perhaps").status()).isEqualTo(400);
    assertThat(API.anonymous().get(list + "?cursor=nonsense").status()).isEqualTo(400);
  }

  /// A thousand at most, also of two that come at once.
  @Test
  void theLastPlaceIsGivenOnce() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "full", 2);
    var version =
        UUID.fromString(
            API.column(
                    "select v.id from benchmark b join benchmark_version v on v.benchmark_id = b.id where b.name = 'full'")
                .getFirst());
    var account =
        UUID.fromString(API.column("select id from account where name = 'ada'").getFirst());
    API.postgres()
        .asOwner(
            "insert into exclusion (id, benchmark_version_id, kind, subject, reason, account_id)"
                + " select gen_random_uuid(), '%s', 'rater', 'r' || n, 'x', '%s' from generate_series(1, 999) n"
                    .formatted(version, account));

    var late =
        API.postgres()
            .database()
            .transact(tx -> {
              ExclusionStore.insert(tx, UuidV7.next(), version, "example", "q1", "x", account);
              var asked =
                  CompletableFuture.supplyAsync(() -> exclude(ada, "full", "example", "q2", "x"));
              await().until(() -> asked.isDone() || !API.column(WAITING).isEmpty());
              return asked;
            })
            .join();

    assertThat(late.status()).as(late.text()).isEqualTo(409);
    assertThat(late.text()).contains("1000 subjects are left out of full 1");
  }

  @Test
  void anExampleThatIsLeftOutIsMarkedWhereItsEvidenceIsShown() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "marked", 2);
    var one = submit(ada, "marked", "one");
    var other = submit(ada, "marked", "other");
    new HandWorker(API).workAll();
    var id = exclude(ada, "marked", "example", "q2", "leaked").at("id");
    var comparison = "comparisons/%s/%s".formatted(one, other);

    var marked = List.of("q2 leaked");

    await()
        .untilAsserted(
            () -> assertThat(leftOut(ada, "submissions/" + one + "/scores")).isEqualTo(marked));
    assertThat(leftOut(ada, "submissions/" + one + "/examples")).isEqualTo(marked);
    assertThat(leftOut(ada, comparison + "/examples")).isEqualTo(marked);
    assertThat(ada.get("submissions/" + one + "/examples/q2").at("leftOut")).isEqualTo("leaked");
    assertThat(ada.get(comparison + "/examples/q2").at("leftOut")).isEqualTo("leaked");
    assertThat(ada.get(comparison).at("leftOut")).isEqualTo("1");
    ada.post(LIST.formatted("marked") + "/" + id + "/lift", LIFT);
    assertThat(leftOut(ada, comparison + "/examples")).isEmpty();
    assertThat(ada.get(comparison).at("leftOut")).isEqualTo("0");
  }

  /// The marked examples of a list of two, with the reasons.
  private static List<String> leftOut(Calls caller, String path) {
    var list = caller.get(path);
    assertThat(list.at("items")).as(list.text()).isEqualTo("list of 2");
    return Stream.of("[0]", "[1]")
        .filter(index -> !list.at("items" + index + ".leftOut").equals("absent"))
        .map(index ->
            list.at("items" + index + ".example") + " " + list.at("items" + index + ".leftOut"))
        .toList();
  }

  private static String submit(Calls caller, String benchmark, String system) {
    return caller
        .post(
            "submissions",
            """
            {"benchmark":"%s","system":{"name":"%s","kind":"outputs"},"responses":[
              {"id":"q1","text":"a1"},{"id":"q2","text":"%s"}]}
            """
                .formatted(benchmark, system, system))
        .at("id");
  }

  @Test
  void aSnapshotKeepsWhatItWasMadeWithoutAndOnlyWhoMayFollowASubmissionIsLedThere() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "told", 1);
    var bob = API.member("bob");
    Files.submit(ada, "benchmark=told&system=hers", Files.responses(1));
    var copied =
        Files.submit(bob, "benchmark=told&system=mine&anonymous=true", Files.responses(1)).at("id");
    new HandWorker(API).workAll();
    var board = "leaderboards/" + ada.get("benchmarks/told").at("leaderboards[0].id");

    var id = exclude(ada, "told", "submission", copied, "copied").at("id");

    await().until(() -> bob.get(board).at("rows[1].reason").equals("left out: copied"));
    var snapshot = "snapshots/" + bob.get(board).at("snapshot") + "/exclusions";
    assertThat(named(bob.get(snapshot))).isEqualTo("mine " + copied);
    assertThat(named(ada.get(snapshot))).isEqualTo("Anonymous 1 " + copied);
    assertThat(named(API.organiser("olaf").get(snapshot))).isEqualTo("Anonymous 1 absent");
    assertThat(named(API.anonymous().get(LIST.formatted("told")))).isEqualTo("Anonymous 1 absent");
    assertThat(ada.get("benchmarks/told").at("mayChange")).isEqualTo("true");
    assertThat(API.organiser("olaf").get("benchmarks/told").at("mayChange")).isEqualTo("false");
    ada.post(LIST.formatted("told") + "/" + id + "/lift", LIFT);
    await().until(() -> bob.get(board).at("rows[1].rank").equals("1"));
    assertThat(API.anonymous().get(snapshot).at("items[0].liftReason")).isEqualTo("no leak");
    var now = "snapshots/" + bob.get(board).at("snapshot") + "/exclusions";
    assertThat(API.anonymous().get(now).at("items")).isEqualTo("list of 0");
  }

  private static String named(Answer list) {
    return list.at("items[0].system") + " " + list.at("items[0].submission");
  }

  @Test
  void theSourceOfImportedBattlesLeavesNoRatingBehind() {
    var ada = API.organiser("ada");
    ada.send(
        "POST",
        "imports/battles?benchmark=bought&source=shop",
        "{\"left\":\"one\",\"right\":\"two\",\"outcome\":1}\n{\"left\":\"one\",\"right\":\"two\",\"outcome\":0}\n"
            .getBytes(StandardCharsets.UTF_8),
        List.of("Content-Type", "application/jsonl"));
    var version = API.anonymous().get("benchmarks/bought").at("version");
    var board =
        "leaderboards/" + API.column("select id from leaderboard where name = 'elo'").getFirst();
    await().until(() -> API.anonymous().get(board).at("rows[0].rank").equals("1"));

    var made =
        ada.post(
            "benchmarks/bought/versions/" + version + "/exclusions",
            "{\"kind\":\"rater\",\"subject\":\"shop\",\"reason\":\"bought votes\"}");

    assertThat(made.status()).as(made.toString()).isEqualTo(201);
    await()
        .until(() ->
            API.anonymous()
                .get(board)
                .at("rows[0].reason")
                .equals("shop is left out: bought votes"));
    assertThat(API.anonymous().get(board).at("rows[0].value")).isEqualTo("absent");
  }

  private static Answer exclude(
      Calls caller, String benchmark, String kind, String subject, String reason) {
    return caller.post(LIST.formatted(benchmark), body(kind, subject, reason));
  }

  private static String body(String kind, String subject, String reason) {
    return "{\"kind\":\"%s\",\"subject\":\"%s\",\"reason\":\"%s\"}"
        .formatted(kind, subject, reason);
  }
}
