package palmares.api.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls.Answer;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

/// Invariant 11: a request that is sent twice has its effect once.
class RepeatedSubmissionTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void aRepeatUnderTheSameKeyIsAnsweredAsTheFirst() {
    Folders.publish(API.organiser("ada"), "repeat", 3);
    var bob = API.member("bob");
    var query = "benchmark=repeat&system=mine";
    var body = responses(3).getBytes(UTF_8);

    var first = submit(bob, query, body, "Idempotency-Key", "k1");
    var again = submit(bob, query, body, "Idempotency-Key", "k1");
    var other = submit(bob, query + "2", body, "Idempotency-Key", "k1");
    var otherAccount = submit(API.member("carl"), query, body, "Idempotency-Key", "k1");

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status() + again.at("id")).isEqualTo("202" + first.at("id"));
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.at("type")).isEqualTo("urn:palmares:problem:key-of-other-request");
    assertThat(otherAccount.at("id")).isNotEqualTo(first.at("id"));
  }

  /// What was taken in time stays taken, whatever becomes of the version.
  @Test
  void aRepeatIsAnsweredAsTheFirstAlsoOnceTheVersionIsNoLongerTheNewestOrWithdrawn() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "leaves", 3);
    var bob = API.member("bob");
    var query = "benchmark=leaves&system=mine";
    var body = responses(3).getBytes(UTF_8);
    var first = submit(bob, query, body, "Idempotency-Key", "leaves");
    new Multipart()
        .file("benchmark", Folders.spec("leaves").replace("\"1\"", "\"2\""))
        .file("examples", Folders.examples(2))
        .post(ada, "benchmarks");

    var afterTheNext = submit(bob, query, body, "Idempotency-Key", "leaves");
    Folders.withdraw(ada, "leaves", "1");
    Folders.withdraw(ada, "leaves", "2");
    var afterAll = submit(bob, query, body, "Idempotency-Key", "leaves");
    var other = submit(bob, query + "2", body, "Idempotency-Key", "leaves");

    assertThat(first.status()).isEqualTo(202);
    assertThat(List.of(afterTheNext, afterAll))
        .allSatisfy(
            again -> assertThat(again.status() + again.at("id")).isEqualTo("202" + first.at("id")));
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void aRepeatIsAnsweredWhateverHasBecomeOfTheRightToAsk() {
    Folders.publish(API.organiser("ada"), "rights", 1);
    var bob = API.member("bob");
    var dora = API.member("dora");
    bob.post("teams", "{\"name\":\"rowers\"}");
    API.postgres()
        .asOwner(
            "insert into membership (team_id, account_id, role) select t.id, a.id, 'member'"
                + " from team t, account a where t.name = 'rowers' and a.name = 'dora'");
    var body = responses(1).getBytes(UTF_8);
    var query = "benchmark=rights&team=rowers&anonymous=true&system=secret";
    var first = submit(dora, query, body, "Idempotency-Key", "mine");
    assertThat(first.status()).as(first.text()).isEqualTo(202);

    API.postgres().asOwner("update system set published_at = now() where name = 'secret'");
    var published = submit(dora, query, body, "Idempotency-Key", "mine");
    API.postgres().asOwner("update benchmark_version set opens_at = now() + interval '1 hour'");
    var early = submit(dora, query, body, "Idempotency-Key", "mine");
    API.postgres()
        .asOwner(
            "delete from membership where account_id = (select id from account where name = 'dora')"
                + " and role = 'member'");
    var left = submit(dora, query, body, "Idempotency-Key", "mine");

    assertThat(List.of(published, early, left))
        .allSatisfy(again -> assertThat(again.at("id")).isEqualTo(first.at("id")));
    assertThat(submit(dora, query, body, "Idempotency-Key", "new").status()).isEqualTo(404);
    assertThat(submit(dora, query, body, "Idempotency-Key", "new").status()).isEqualTo(404);
    assertThat(submit(dora, query + "2", body, "Idempotency-Key", "mine").status()).isEqualTo(422);
    API.postgres().asOwner("update benchmark_version set opens_at = null");
  }

  @Test
  void ofManyAtOnceUnderOneKeyOneIsTaken() throws Exception {
    Folders.publish(API.organiser("ada"), "race", 3);
    var bob = API.member("bob");
    Callable<Answer> one =
        () ->
            submit(
                bob,
                "benchmark=race&system=mine",
                responses(3).getBytes(UTF_8),
                "Idempotency-Key",
                "race");
    List<Answer> answers;
    try (var threads = Executors.newFixedThreadPool(4)) {
      answers =
          threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> one).toList()).stream()
              .map(future -> future.resultNow())
              .toList();
    }

    assertThat(answers).extracting(Answer::status).containsAnyOf(202).isSubsetOf(202, 409);
    assertThat(answers.stream().filter(a -> a.status() == 202).map(a -> a.at("id")).distinct())
        .hasSize(1);
    assertThat(API.column("select count(*) from idempotency where key = 'race'"))
        .containsExactly("1");
  }
}
