package palmares.web.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import palmares.contract.identity.Identity.SignIn;
import palmares.contract.page.Page;
import palmares.contract.problem.Problem.Flaw;
import palmares.contract.submission.SubmitAnswer;
import palmares.contract.submission.TimelineEvent;
import palmares.web.StubApi;
import palmares.web.StubApi.Reply;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;
import palmares.web.client.Order.About;
import palmares.web.client.Order.Destination;

final class ApiClientTest {

  private static final Destination TO_B = new Destination("b", "2", null);

  private StubApi stub;
  private ApiClient client;

  @BeforeEach
  void start() throws Exception {
    stub = new StubApi();
    client = ApiClient.of(stub.address());
  }

  @AfterEach
  void stop() {
    client.close();
    stub.close();
  }

  @Test
  void aTimelineIsReadToItsEnd() {
    var first = "GET /submissions/s-1/timeline?limit=" + Page.MAX_LIMIT;
    stub.on(first, "{\"items\":[%s],\"next\":\"bzE\"}".formatted(event(1)));
    stub.on(first + "&cursor=bzE", "{\"items\":[%s]}".formatted(event(2)));

    assertThat(new SubmissionCalls(client).timeline("s-1"))
        .isInstanceOfSatisfying(
            Given.class,
            given ->
                assertThat(given.value())
                    .asInstanceOf(list(TimelineEvent.class))
                    .extracting(TimelineEvent::seq)
                    .containsExactly(1, 2));
  }

  private static String event(int seq) {
    return """
    {"seq":%d,"kind":"received","at":"2026-11-21T10:41:02Z","detail":{},"text":"Received."}
    """
        .formatted(seq);
  }

  @Test
  void aRecordIsReadThoughFieldsAreNewAndEmptyListsLeftOut() {
    stub.on(
        "GET /leaderboards/b-1",
        """
        {"leaderboard":"b-1","name":"main","title":"Who is better?","benchmark":"short-reading",
         "version":"1","revision":14,"builtAt":"2026-11-21T10:41:02Z","method":"wb-score",
         "settings":{},"added":"later",
         "rows":[{"subject":"lead","subjectKind":"system","baseline":false,"rank":1,"value":-1.5}]}
        """);

    var answer = client.leaderboard("b-1", null);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Given.class,
            given -> {
              var board = ((Tagged<palmares.contract.leaderboard.Board>) given.value()).value();
              assertThat(board.rows().getFirst().value()).isEqualTo(-1.5);
              assertThat(board.rows().getFirst().columns()).isEmpty();
              assertThat(board.notes()).isEmpty();
              assertThat(board.snapshot()).isNull();
            });
  }

  @Test
  void aBoardThatIsStillTheNewestComesBackAsTheOneKnown() {
    stub.on(
        "GET /leaderboards/b-1",
        new Reply(
            200,
            "\"14\"",
            Map.of(),
            "{\"leaderboard\":\"b-1\",\"title\":\"T\",\"revision\":14,\"method\":\"mean\"}"));

    var first = given(client.leaderboard("b-1", null));
    var second = given(client.leaderboard("b-1", first));

    assertThat(first.tag()).isEqualTo("\"14\"");
    assertThat(second).isSameAs(first);
  }

  @Test
  void theTokenGoesInAHeaderAndNeverInAnAddress() {
    stub.on("GET /leaderboards", "{\"items\":[]}");

    assertThat(client.as(new ApiSession(client, "secret-token")).leaderboards())
        .isEqualTo(new Given<>(new Page<>(List.of(), null)));

    var seen = stub.seen().getFirst();
    assertThat(seen.headers()).containsEntry("Authorization", "Bearer secret-token");
    assertThat(seen.uri()).isEqualTo("/api/v1/leaderboards?limit=500");
  }

  @Test
  void aSubmissionIsSentAsItIsWithWhatItIsFor() {
    stub.on("POST /submissions", new Reply(202, "", Map.of(), "{\"id\":\"s-1\",\"responses\":2}"));
    var order =
        new Order(
            new Destination("short-reading", "1", "crew"),
            "my system & co",
            new About(
                "qwen3-8b",
                null,
                null,
                List.of("https://example.org/a,b", "https://example.org/c"),
                true,
                true),
            true,
            false,
            "key-1");

    var answer = client.submit(order, BodyPublishers.ofString("{\"id\":\"a\"}\n"));

    assertThat(answer).isEqualTo(new Given<>(new SubmitAnswer("s-1", 2, 0, null)));
    var seen = stub.seen().getFirst();
    assertThat(seen.uri())
        .isEqualTo(
            "/api/v1/submissions?benchmark=short-reading&version=1&team=crew&system=my%20system%20%26%20co"
                + "&baseModel=qwen3-8b&link=https%3A%2F%2Fexample.org%2Fa%2Cb"
                + "&link=https%3A%2F%2Fexample.org%2Fc&baseline=true&anonymous=true&allowPartial=true");
    assertThat(seen.headers())
        .containsEntry("Content-type", "application/jsonl")
        .containsEntry("Idempotency-key", "key-1")
        .doesNotContainKey("Content-encoding");
    assertThat(seen.body()).isEqualTo("{\"id\":\"a\"}\n");
  }

  @Test
  void aDryRunSaysSoAndACompressedFileToo() {
    stub.on("POST /submissions", "{\"responses\":2}");

    client.check(
        new Order(TO_B, "s", About.NOTHING, false, true, "key-1"), BodyPublishers.ofString("zip"));

    var seen = stub.seen().getFirst();
    assertThat(seen.uri()).endsWith("?benchmark=b&version=2&system=s&check=true");
    assertThat(seen.headers())
        .containsEntry("Content-encoding", "gzip")
        .doesNotContainKey("Idempotency-key");
  }

  @Test
  void everyFlawOfARefusalIsKept() {
    stub.on(
        "POST /submissions",
        new Reply(
            422,
            "",
            Map.of(),
            """
            {"type":"about:blank","title":"Refused","status":422,"detail":"2 problems",
             "errors":[{"line":3,"field":"id","message":"twice"},{"line":9,"message":"no JSON"}]}
            """));

    var denial =
        denial(
            client.check(
                new Order(TO_B, "s", About.NOTHING, false, false, "k"), BodyPublishers.noBody()));

    assertThat(denial).isInstanceOf(Denial.Refused.class);
    assertThat(((Denial.Refused) denial).problem().errors())
        .containsExactly(new Flaw(null, 3, "id", "twice"), new Flaw(null, 9, null, "no JSON"));
  }

  @Test
  void eachWayOfBeingDeniedIsToldApart() {
    stub.refuse("POST /sessions", 429, "5 tries a minute");
    stub.refuse("GET /submissions/a", 401, "no token");
    stub.refuse("GET /submissions/b", 404, "no submission b");
    stub.refuse("GET /submissions/c", 503, "starting");
    stub.on("GET /submissions/d", new Reply(500, "", Map.of(), "<html>boom</html>"));
    stub.on("GET /submissions/e", "<html>who are you</html>");

    assertThat(denial(client.signIn(new SignIn("admin", "x"))))
        .isEqualTo(new Denial.TooMany("5 tries a minute", Duration.ofSeconds(30)));
    assertThat(denial(client.submission("a"))).isEqualTo(new Denial.SignedOut());
    assertThat(denial(client.submission("b"))).isEqualTo(new Denial.Unknown("no submission b"));
    assertThat(denial(client.submission("c"))).isEqualTo(new Denial.Away());
    assertThat(denial(client.submission("d"))).isInstanceOf(Denial.Refused.class);
    assertThat(denial(client.submission("e"))).isInstanceOf(Denial.Refused.class);
  }

  @Test
  void anApiThatDoesNotListenIsAway() {
    var nobody = ApiClient.of(URI.create("http://127.0.0.1:9"));

    assertThat(denial(nobody.leaderboards())).isEqualTo(new Denial.Away());
  }

  private static <T> T given(Answer<T> answer) {
    return ((Given<T>) answer).value();
  }

  private static <T> Denial denial(Answer<T> answer) {
    return ((Denied<T>) answer).why();
  }
}
