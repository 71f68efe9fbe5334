package palmares.api.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.submission.HandWorker;

class ComparisonTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static Calls bob;
  private static String good;
  private static String poor;
  private static String foreign;
  private static String pair;

  /// Of six examples, `good` has q1 to q4 right, q5 wrong and q6 empty; `poor` has q1 and q5 right,
  /// q3 and q6 empty, the rest wrong. Eve's has q1 right alone. Even ones have the tag `even`.
  @BeforeAll
  static void submitAndScore() {
    publish("pairs", "reason", "");
    bob = API.member("bob");
    good = submit(bob, "pairs", "good", "a1", "a2", "a3", "a4", "no", "");
    poor = submit(bob, "pairs", "poor", "a1", "no", "", "no", "a5", "");
    foreign = submit(API.member("eve"), "pairs", "eves", "a1", "no", "no", "no", "no", "no");
    new HandWorker(API).workAll();
    pair = "comparisons/" + good + "/" + poor;
  }

  @Test
  void examplesThatBothAnsweredAreComparedAndGapsAreCounted() {
    var found = bob.get(pair);

    assertThat(found.at("left.system") + found.at("right.system")).isEqualTo("goodpoor");
    assertThat(found.at("evaluator")).isEqualTo("exact-match@1");
    assertThat(found.at("tally.examples")).isEqualTo("6");
    assertThat(found.at("tally.both")).isEqualTo("4");
    assertThat(found.at("tally.onlyLeft")).isEqualTo("1");
    assertThat(found.at("tally.onlyRight")).isEqualTo("0");
    assertThat(found.at("tally.neither")).isEqualTo("1");
    assertThat(found.at("tally.notEvaluated")).isEqualTo("0");
    // By hand: q1 0, q2 +1, q4 +1, q5 -1
    assertThat(found.at("answered.difference")).isEqualTo("0.25");
    assertThat(found.at("answered.leftBetter")).isEqualTo("2");
    assertThat(found.at("answered.rightBetter")).isEqualTo("1");
    assertThat(found.at("answered.ties")).isEqualTo("1");
    assertThat(found.at("answered.p")).isEqualTo("1.0");
    assertThat(found.at("answered.draws")).isEqualTo("0");
    assertThat(found.at("answered.rightOrWrong")).isEqualTo("true");
    assertThat(found.at("hidden")).isEqualTo("absent");
  }

  @Test
  void gapsCountAsTheWorstValueSoThatLeavingSomeNeverPays() {
    var found = bob.get(pair);

    // By hand: q3 +1 and q6 0 more
    assertThat(found.at("worst")).isEqualTo("0.0");
    assertThat(found.at("withGaps.examples")).isEqualTo("6");
    assertThat(Double.parseDouble(found.at("withGaps.difference"))).isEqualTo(2 / 6.0);
  }

  @Test
  void eachCategoryIsComparedByItselfWithProbabilitiesRaised() {
    var found = bob.get(pair + "?category=even");

    assertThat(found.at("category")).isEqualTo("even");
    assertThat(found.at("tally.examples")).isEqualTo("3");
    assertThat(found.at("answered.difference")).isEqualTo("1.0");
    assertThat(found.at("categories[0].category")).isEqualTo("even");
    // Two differences of 1: half of the four ways are as far from 0; twice that is over 1.
    assertThat(found.at("categories[0].paired.p")).isEqualTo("0.5");
    assertThat(found.at("categories[0].p")).isEqualTo("1.0");
    assertThat(bob.get(pair + "?category=x").status()).isEqualTo(400);
  }

  @Test
  void examplesComeInOrderOverPages() {
    var seen = new ArrayList<String>();
    var cursor = "";
    do {
      var page = bob.get(pair + "/examples?limit=4" + cursor);
      assertThat(page.status()).as(page.text()).isEqualTo(200);
      seen.addAll(names(page));
      cursor = page.at("next").equals("absent") ? "" : "&cursor=" + page.at("next");
    } while (!cursor.isEmpty());

    assertThat(seen).containsExactly("q1", "q2", "q3", "q4", "q5", "q6");
  }

  @Test
  void theLargestDifferencesComeFirstAndWhoIsBetterCanBeChosen() {
    var largest = bob.get(pair + "/examples?order=difference&limit=2");
    var next = bob.get(pair + "/examples?order=difference&cursor=" + largest.at("next"));

    assertThat(names(largest)).containsExactly("q2", "q3");
    assertThat(names(next)).containsExactly("q4", "q5", "q1", "q6");
    assertThat(names(bob.get(pair + "/examples?better=either")))
        .containsExactly("q2", "q3", "q4", "q5");
    assertThat(names(bob.get(pair + "/examples?better=left"))).containsExactly("q2", "q3", "q4");
    assertThat(names(bob.get(pair + "/examples?better=right"))).containsExactly("q5");
    assertThat(names(bob.get(pair + "/examples?better=either&category=even")))
        .containsExactly("q2", "q4");
  }

  @Test
  void anExampleShowsBothResponsesAndTheNextOnWhichTheyDiffer() {
    var third = bob.get(pair + "/examples/q3?better=either");

    assertThat(third.at("left.response")).isEqualTo("a3");
    assertThat(third.at("left.evaluations[0].value")).isEqualTo("1.0");
    assertThat(third.at("right.evaluations[0].cause")).isEqualTo("EMPTY");
    assertThat(third.at("difference")).isEqualTo("absent");
    assertThat(third.at("messages[0].content[0].text")).isEqualTo("Question 3?");
    assertThat(third.at("before") + third.at("after")).isEqualTo("q2q4");
    assertThat(bob.get(pair + "/examples/q1?better=either").at("before")).isEqualTo("absent");
    assertThat(bob.get(pair + "/examples/q1?better=either").at("after")).isEqualTo("q2");
    assertThat(bob.get(pair + "/examples/q5?better=either").at("after")).isEqualTo("absent");
    assertThat(bob.get(pair + "/examples/q2?order=difference").at("after")).isEqualTo("q3");
  }

  @Test
  void asMuchIsShownAsTheBenchmarkLetsSee() {
    publish("pairs-nothing", "nothing", "");
    var one = submit(bob, "pairs-nothing", "one", "a1", "a2", "a3", "a4", "a5", "a6");
    var two = submit(bob, "pairs-nothing", "two", "a1", "no", "no", "no", "no", "no");
    new HandWorker(API).workAll();
    var path = "comparisons/" + one + "/" + two;

    assertThat(bob.get(path).at("hidden")).contains("pairs-nothing");
    assertThat(bob.get(path + "/examples").status()).isEqualTo(403);
    assertThat(bob.get(path + "/examples/q1").status()).isEqualTo(403);
    assertThat(bob.get(pair + "/examples/q1").at("references")).isIn("absent", "list of 0");
    assertThat(API.organiser("ada").get(path + "/examples/q1").at("references[0]")).isEqualTo("a1");
    assertThat(API.organiser("ada").get(path).at("hidden")).isEqualTo("absent");
  }

  @Test
  void rowsOfABoardAreComparedForEveryoneButNotTheirSingleExamples() {
    var board = API.anonymous().get("benchmarks/pairs").at("leaderboards[0].id");
    await().until(() -> API.anonymous().get("leaderboards/" + board).text().contains(foreign));

    var path = "comparisons/" + poor + "/" + foreign;

    var found = API.anonymous().get(path);
    assertThat(found.status()).as(found.text()).isEqualTo(200);
    // By hand over q1, q2, q4 and q5: 0, 0, 0, +1
    assertThat(found.at("answered.difference")).isEqualTo("0.25");
    assertThat(found.at("hidden")).startsWith("Single examples are shown to people who");
    assertThat(API.anonymous().get(path + "/examples").status()).isEqualTo(401);
    assertThat(bob.get(path).status()).isEqualTo(200);
    assertThat(bob.get(path + "/examples").status()).isEqualTo(404);
    assertThat(bob.get(path + "/examples/q1").status()).isEqualTo(404);
  }

  @Test
  void whatIsOfAnotherTeamAndOnNoBoardIsNotThere() {
    publish("pairs-hidden", "gold", "?visibility=team");
    var ada = API.organiser("ada");
    var one = submit(ada, "pairs-hidden", "one", "a1", "a2", "a3", "a4", "a5", "a6");
    new HandWorker(API).workAll();
    var board = ada.get("benchmarks/pairs-hidden").at("leaderboards[0].id");
    await().until(() -> ada.get("leaderboards/" + board).text().contains(one));

    var path = "comparisons/" + one + "/" + one;

    assertThat(ada.get(path).status()).isEqualTo(200);
    assertThat(bob.get(path).status()).isEqualTo(404);
    assertThat(API.anonymous().get(path).status()).isEqualTo(404);
    assertThat(bob.get("comparisons/" + good + "/x").status()).isEqualTo(404);
  }

  @Test
  void anAnonymousSystemStaysAnonymousBesideAnother() {
    publish("pairs-masked", "reason", "");
    var eve = API.member("eve");
    var masked =
        submit(bob, "pairs-masked", "masked&anonymous=true", "a1", "a2", "a3", "a4", "a5", "a6");
    var other = submit(eve, "pairs-masked", "eves", "a1", "no", "no", "no", "no", "no");
    new HandWorker(API).workAll();
    var board = eve.get("benchmarks/pairs-masked").at("leaderboards[0].id");
    await().until(() -> eve.get("leaderboards/" + board).text().contains(masked));

    var path = "comparisons/" + masked + "/" + other;

    assertThat(eve.get(path).at("left.system")).isEqualTo("Anonymous 1");
    assertThat(eve.get(path).at("left.team")).isEqualTo("absent");
    assertThat(eve.get(path).at("right.system")).isEqualTo("eves");
    assertThat(API.organiser("ada").get(path).text()).doesNotContain("\"masked\"", "bob");
    assertThat(bob.get(path).at("left.system")).isEqualTo("masked");
  }

  @Test
  void aSubmissionDiffersFromItselfInNothing() {
    var found = bob.get("comparisons/" + good + "/" + good);

    assertThat(found.at("answered.difference")).isEqualTo("0.0");
    assertThat(found.at("answered.low")).isEqualTo("absent");
    assertThat(found.at("answered.p")).isEqualTo("1.0");
    assertThat(names(bob.get("comparisons/" + good + "/" + good + "/examples?better=either")))
        .isEmpty();
  }

  @Test
  void whatCannotBeComparedIsRefusedInWords() {
    publish("pairs-other", "reason", "");
    var other = submit(bob, "pairs-other", "other", "a1", "a2", "a3", "a4", "a5", "a6");

    assertThat(bob.get("comparisons/" + good + "/" + other).status()).isEqualTo(409);
    assertThat(bob.get("comparisons/" + good + "/" + other).text())
        .contains("pairs 1 and pairs-other 1");
    assertThat(bob.get("comparisons/" + other + "/" + other).text())
        .contains("no evaluation of it has ended");
    assertThat(bob.get(pair + "?evaluator=x@1").text()).contains("exact-match@1");
    assertThat(bob.get(pair + "?evaluator=x@1").status()).isEqualTo(400);
    assertThat(bob.get(pair + "/examples?order=best").status()).isEqualTo(400);
    assertThat(bob.get(pair + "/examples?better=me").status()).isEqualTo(400);
    assertThat(bob.get(pair + "/examples?cursor=eA").status()).isEqualTo(400);
    assertThat(bob.get(pair + "/examples?limit=0").status()).isEqualTo(400);
    assertThat(bob.get(pair + "/examples/q7").status()).isEqualTo(404);
  }

  private static String submit(Calls calls, String benchmark, String system, String... texts) {
    var lines = new StringBuilder();
    for (var i = 0; i < texts.length; i++) {
      lines.append("{\"id\":\"q%d\",\"text\":\"%s\"}\n".formatted(i + 1, texts[i]));
    }
    return calls
        .send(
            "POST",
            "submissions?benchmark=" + benchmark + "&system=" + system,
            lines.toString().getBytes(UTF_8),
            List.of("Content-Type", "application/jsonl"))
        .at("id");
  }

  private static List<String> names(Calls.Answer page) {
    var names = new ArrayList<String>();
    for (var i = 0; !page.at("items[" + i + "].example").equals("absent"); i++) {
      names.add(page.at("items[" + i + "].example"));
    }
    return names;
  }

  private static void publish(String name, String visible, String query) {
    var examples = new StringBuilder();
    Folders.examples(6)
        .lines()
        .forEach(line -> {
          var tag = line.matches(".*\"q[246]\".*") ? "even" : "odd";
          examples.append(line.replace("}", ",\"tags\":[\"" + tag + "\"]}")).append('\n');
        });
    var spec =
        Folders.spec(name, "categories: {even: 1, odd: 1}")
            .replace("visible: reason", "visible: " + visible);
    var answer =
        new Multipart()
            .file("benchmark", spec)
            .file("examples", examples.toString())
            .post(API.organiser("ada"), "benchmarks" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }
}
