package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.submit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import palmares.api.Calls;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class SubmissionExamplesTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String LONG = "x".repeat(1_000);
  private static Calls bob;
  private static String path;

  /// q1 right, q2 wrong, q3 empty, q4 right, q5 long and wrong; the even ones have the tag `even`.
  @BeforeAll
  static void submitAndScore() {
    publish("each", "reason");
    bob = API.member("bob");
    path = "submissions/" + submit(bob, "benchmark=each&system=mine", lines()).at("id");
    new HandWorker(API).workAll();
  }

  @Test
  void comeInTheOrderOfTheBenchmarkOverPages() {
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = bob.get(path + "/examples?limit=2" + cursor);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      seen.addAll(names(page));
      cursor = page.at("next").equals("absent") ? "" : "&cursor=" + page.at("next");
    } while (!cursor.isEmpty());

    assertThat(seen).containsExactly("q1", "q2", "q3", "q4", "q5");
  }

  @Test
  void theWorstComeFirstWithGapsBeforeThem() {
    var first = bob.get(path + "/examples?order=worst&evaluator=exact-match@1&limit=2");
    var next =
        bob.get(
            path
                + "/examples?order=worst&evaluator=exact-match@1&limit=3&cursor="
                + first.at("next"));

    assertThat(names(first)).containsExactly("q3", "q2");
    assertThat(names(next)).containsExactly("q5", "q1", "q4");
    assertThat(first.at("items[0].evaluations[0].cause")).isEqualTo("EMPTY");
  }

  @ParameterizedTest
  @CsvSource({
    "order=example&skip=3, q4 q5",
    "order=worst&evaluator=exact-match@1&skip=3, q1 q4",
    "order=disagreement&skip=4, q5",
    "category=even&skip=1, q4",
    "skip=5, ''"
  })
  void thoseInTheMiddleAreReachedWithoutTheOnesBefore(String query, String expected) {
    var page = bob.get(path + "/examples?" + query);

    assertThat(String.join(" ", names(page))).isEqualTo(expected);
  }

  @Test
  void aPageMayBeginSomeExamplesAfterTheOneBefore() {
    var first = bob.get(path + "/examples?limit=1");

    var later = bob.get(path + "/examples?skip=2&limit=1&cursor=" + first.at("next"));

    assertThat(names(later)).containsExactly("q4");
  }

  @Test
  void canBeLimitedToOneCategory() {
    assertThat(names(bob.get(path + "/examples?category=even"))).containsExactly("q2", "q4");
  }

  @Test
  void theMostDisputedComeFirstWhateverTheScales() {
    // q2: exact-match gives its lowest value, contains its highest. q1 and q4: both the highest.
    API.column(
        """
        with other as (
          insert into evaluator_version (evaluator, version, kind, settings_digest)
          values ('other', 1, 'metric', decode(repeat('00', 32), 'hex')) returning id),
        planned as (
          insert into run_evaluator (run_id, evaluator_version_id, position, stage)
          select r.id, other.id, 9, 'score' from run r, other
          where r.no = (select min(no) from run))
        insert into score (run_no, evaluator_version_id, ordinal, value, attempt)
        select r.no, other.id, o, case o when 4 then 0 when 0 then 60 else 100 end, 1
        from run r, other, unnest(array[0, 1, 3, 4]) as o
        where r.no = (select min(no) from run)
        returning ordinal
        """);

    var page = bob.get(path + "/examples?order=disagreement");

    // By hand: q2 |0 - 1| = 1, q1 |1 - 0.6| = 0.4, q4 and q5 0; q3 has one opinion only.
    assertThat(names(page)).containsExactly("q2", "q1", "q4", "q5", "q3");
    assertThat(page.at("items[0].disagreement")).isEqualTo("1.0");
    assertThat(page.at("items[1].disagreement")).isEqualTo("0.4");
    assertThat(page.at("items[4].disagreement")).isEqualTo("absent");
  }

  @Test
  void longResponsesAreCutInTheListAndWholeAlone() {
    var listed = bob.get(path + "/examples").at("items[4].response");
    var alone = bob.get(path + "/examples/q5");

    assertThat(listed).hasSize(300);
    assertThat(alone.at("response")).isEqualTo(LONG);
    assertThat(alone.at("chars")).isEqualTo("1000");
    assertThat(alone.at("messages[0].content[0].text")).isEqualTo("Question 5?");
  }

  @Test
  void reasonAndGoldAreShownAsTheBenchmarkSays() {
    publish("each-score", "score");
    publish("each-nothing", "nothing");
    publish("each-gold", "gold");
    var score = submitted("each-score");
    var nothing = submitted("each-nothing");
    var gold = submitted("each-gold");
    new HandWorker(API).workAll();

    assertThat(bob.get(path + "/examples/q1").at("evaluations[0].reason.why")).isEqualTo("1.0");
    assertThat(bob.get(path + "/examples/q1").at("references")).isIn("absent", "list of 0");
    assertThat(bob.get(score + "/examples/q1").at("evaluations[0].reason.why")).isEqualTo("absent");
    assertThat(bob.get(score + "/examples/q1").at("evaluations[0].value")).isEqualTo("1.0");
    assertThat(bob.get(nothing + "/examples").status()).isEqualTo(403);
    assertThat(bob.get(nothing + "/examples/q1").status()).isEqualTo(403);
    assertThat(bob.get(gold + "/examples/q1").at("references[0]")).isEqualTo("a1");
    assertThat(API.organiser("ada").get(nothing + "/examples/q1").at("references[0]"))
        .isEqualTo("a1");
    assertThat(API.member("eve").get(path + "/examples").status()).isEqualTo(404);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(bob.get(path + "/examples?order=best").status()).isEqualTo(400);
    assertThat(bob.get(path + "/examples?order=worst").text()).contains("exact-match@1");
    assertThat(bob.get(path + "/examples?order=worst&evaluator=x@1").status()).isEqualTo(400);
    assertThat(bob.get(path + "/examples?cursor=eA").status()).isEqualTo(400);
    assertThat(bob.get(path + "/examples?skip=-1").text())
        .contains("skip must not be negative: -1");
    assertThat(bob.get(path + "/examples?skip=many").status()).isEqualTo(400);
    assertThat(bob.get(path + "/examples/q6").status()).isEqualTo(404);
  }

  @Test
  void theStatusSaysHowFarEachStageIsAndWhatTheTeamSaysOfTheSystem() {
    var id =
        bob.post(
                "submissions",
                """
                {"benchmark":"each",
                 "system":{"name":"card","kind":"outputs","baseModel":"qwen3-8b","licence":"MIT",
                   "links":["https://example.org/card"]},
                 "responses":[{"id":"q1","text":"a1"}],"allowPartial":true}
                """)
            .at("id");

    var waiting = bob.get("submissions/" + id);
    new HandWorker(API).workAll();
    var done = bob.get("submissions/" + id);

    assertThat(waiting.at("stages[0].stage") + waiting.at("stages[0].state")).isEqualTo("scorenow");
    assertThat(waiting.at("stages[0].expected")).isEqualTo("5");
    assertThat(waiting.at("queue.waiting")).isEqualTo("1");
    assertThat(waiting.at("card.baseModel")).isEqualTo("qwen3-8b");
    assertThat(waiting.at("card.links[0]")).isEqualTo("https://example.org/card");
    assertThat(done.at("stages[0].state") + done.at("stages[0].done")).isEqualTo("done5");
    assertThat(done.at("queue")).isEqualTo("absent");
  }

  @Test
  void aFileCanSayWhatItsSystemIsToo() {
    var query = "benchmark=each&system=filed&baseModel=qwen3-8b&licence=MIT&link=";

    var id = submit(bob, query + "https://example.org", lines()).at("id");

    assertThat(bob.get("submissions/" + id).at("card.licence")).isEqualTo("MIT");
    assertThat(submit(bob, query + "javascript:alert(1)", lines()).status()).isEqualTo(422);
  }

  private static String submitted(String benchmark) {
    return "submissions/"
        + submit(bob, "benchmark=" + benchmark + "&system=mine", lines()).at("id");
  }

  private static List<String> names(Calls.Answer page) {
    var names = new ArrayList<String>();
    for (var i = 0; !page.at("items[" + i + "].example").equals("absent"); i++) {
      names.add(page.at("items[" + i + "].example"));
    }
    return names;
  }

  private static String lines() {
    return """
    {"id":"q1","text":"a1"}
    {"id":"q2","text":"wrong"}
    {"id":"q3","text":""}
    {"id":"q4","text":"a4"}
    {"id":"q5","text":"%s"}
    """
        .formatted(LONG);
  }

  private static void publish(String name, String visible) {
    var examples = new StringBuilder();
    Folders.examples(5)
        .lines()
        .forEach(line ->
            examples
                .append(
                    line.matches(".*q[24].*") ? line.replace("}", ",\"tags\":[\"even\"]}") : line)
                .append('\n'));
    var answer =
        new Multipart()
            .file("benchmark", Folders.spec(name).replace("visible: reason", "visible: " + visible))
            .file("examples", examples.toString())
            .post(API.organiser("ada"), "benchmarks");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }
}
