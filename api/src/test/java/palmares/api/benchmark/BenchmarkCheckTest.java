package palmares.api.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.benchmark.Checks.check;
import static palmares.api.benchmark.Checks.flaws;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.api.benchmark.BenchmarkCheck.Checked;
import palmares.api.benchmark.BenchmarkSpec.Opponents;

class BenchmarkCheckTest {

  private static final String SPEC = Folders.spec("small");
  private static final String GOOD = Folders.examples(2);

  @Test
  void theSampleBenchmarkIsFlawless() {
    var sample =
        Path.of(System.getProperty("palmares.root"))
            .resolve("infra/launcher/src/main/resources/sample/short-reading");

    var checked =
        new BenchmarkCheck(
                Map.of(
                    "minilm-to-reference@1",
                    "reward-model",
                    "minilm-to-question@1",
                    "reward-model"))
            .folder(sample);

    assertThat(checked).isInstanceOf(Checked.Good.class);
    assertThat(((Checked.Good) checked).examples()).hasSize(65);
  }

  @Test
  void withoutLeaderboardsThereIsOneByTheMainMetric() {
    var spec = ((Checked.Good) check(SPEC, GOOD)).spec();

    assertThat(spec.leaderboards())
        .singleElement()
        .satisfies(board -> {
          assertThat(board.method()).isEqualTo("mean");
          assertThat(board.evaluator()).isEqualTo("exact-match@1");
        });
    assertThat(spec.entryRule() + spec.gaps()).isEqualTo("latestunranked");
  }

  @Test
  void everyFlawOfBothFilesIsReportedAtOnce() {
    var spec =
        """
        name: Small
        version: 1
        title: A small one
        evaluators: [exact-match@1, magic@7]
        main_metric: rouge-l@1
        visible: everything
        quota_per_day: 0
        colour: blue
        """;
    var examples =
        """
        {"id":"a","prompt":"x","reference":"y","colour":"blue"}
        {"id":"b","prompt":"x","messages":[],"reference":"y"}
        {"id":7,"prompt":"x","tags":"news"}
        """;

    assertThat(flaws(spec, examples))
        .containsExactly(
            "benchmark.yaml 8 colour is not known here; known are [name, version, title,"
                + " description, categories, evaluators, main_metric, entry_rule, gaps, visible,"
                + " licence, quota_per_day, opens_at, closes_at, opponents, leaderboards]",
            "benchmark.yaml 2 version must be a text, not the number 1",
            "examples.jsonl 1 colour is not known here; known are [id, prompt, messages,"
                + " reference, references, checklist, tags, split]",
            "examples.jsonl 2 null must have either 'prompt' or 'messages'",
            "examples.jsonl 3 id must be a text, not the number 7",
            "examples.jsonl 3 tags must be a list, not a text");
  }

  @Test
  void valuesThatCannotBeAreNamedWithTheirLine() {
    var spec =
        """
        name: Small
        version: "1"
        title: A small one
        evaluators: [exact-match@1, magic@7]
        main_metric: rouge-l@1
        visible: everything
        quota_per_day: 0
        opens_at: 2026-02-01T00:00:00Z
        closes_at: 2026-01-01T00:00:00Z
        categories: {news: 0}
        leaderboards:
          - {id: one, title: One, method: guess, evaluator: exact-match@1}
        """;

    assertThat(flaws(spec, GOOD))
        .extracting(flaw -> flaw.split("; known")[0])
        .containsExactly(
            "benchmark.yaml 1 name must be 1 to 64 of a-z, 0-9 and '-': 'Small'",
            "benchmark.yaml 4 evaluators[1] is not known",
            "benchmark.yaml 5 main_metric must be one of the evaluators: 'rouge-l@1'",
            "benchmark.yaml 10 categories.news must have a weight greater than 0: '0.0'",
            "benchmark.yaml 7 quota_per_day must be at least 1: '0'",
            "benchmark.yaml 9 closes_at must be after opens_at: '2026-01-01T00:00:00Z'",
            "benchmark.yaml 6 visible must be one of [score, nothing, reason, gold]: 'everything'",
            "benchmark.yaml 12 leaderboards[0].method is not known");
  }

  @Test
  void anIdThatStandsTwiceIsNamedWithBothLines() {
    assertThat(flaws(SPEC, GOOD + "\n" + Folders.examples(1)))
        .containsExactly("examples.jsonl 4 id 'q1' stands in line 1 already");
  }

  @Test
  void numbersAsTextsAndTextsAsNumbersAreNotGuessed() {
    var line =
        "{\"id\":\"a\",\"prompt\":\"x\",\"reference\":\"y\",\"checklist\":[{\"name\":\"n\",\"min_chars\":\"5\"}]}";

    assertThat(flaws(SPEC, line))
        .containsExactly("examples.jsonl 1 checklist[0].min_chars must be a number, not a text");
  }

  @Test
  void checklistsAreCheckedRuleByRule() {
    var rules =
        List.of(
            "{\"name\":\"a\"}",
            "{\"name\":\"b\",\"contains\":\"x\",\"max_chars\":3}",
            "{\"name\":\"c\",\"matches\":\"(\"}",
            "{\"name\":\"d\",\"contains_any\":[]}",
            "{\"name\":\"e\",\"min_chars\":5,\"max_chars\":3}",
            "{\"name\":\"f\",\"max_sentences\":0}",
            "{\"name\":\"g\",\"contains\":\"x\",\"weight\":-1}",
            "{\"name\":\"g\",\"min_chars\":1,\"max_chars\":2}");
    var line =
        "{\"id\":\"a\",\"prompt\":\"x\",\"reference\":\"y\",\"checklist\":[%s]}"
            .formatted(String.join(",", rules));

    assertThat(flaws(SPEC, line))
        .extracting(flaw -> flaw.substring("examples.jsonl 1 ".length()).split(";")[0])
        .containsExactly(
            "checklist[0] must have exactly one of contains, contains_any, contains_none, matches,"
                + " min_chars or max_chars, max_sentences",
            "checklist[1] must have exactly one of contains, contains_any, contains_none, matches,"
                + " min_chars or max_chars, max_sentences",
            "checklist[2].matches is not a regular expression: Unclosed group near position 2",
            "checklist[3].contains_any must name at least one text, and none that is blank",
            "checklist[4] needs 0 <= min_chars <= max_chars: min 5, max 3",
            "checklist[5].max_sentences must be at least 1: 0",
            "checklist[6].weight must be greater than 0: -1.0",
            "checklist[7].name stands twice: 'g'");
  }

  @Test
  void goldThatAMetricCannotUseIsFoundNow() {
    assertThat(flaws(SPEC, "{\"id\":\"a\",\"prompt\":\"x\"}"))
        .singleElement()
        .asString()
        .startsWith("examples.jsonl 1 null cannot be scored by exact-match@1: ");
  }

  @Test
  void everyCategoryNeedsAnExample() {
    var spec = Folders.spec("small", "categories: {news: 1, sport: 2}");
    var line = "{\"id\":\"a\",\"prompt\":\"x\",\"reference\":\"y\",\"tags\":[\"news\"]}\n";

    assertThat(flaws(spec, line))
        .containsExactly("benchmark.yaml null categories.sport is the tag of no example");
  }

  @Test
  void examplesThatABoardOfCategoriesWouldRefuseAreNamedWithTheirLine() {
    var spec =
        Folders.spec(
            "small",
            "categories: {news: 1, sport: 2}",
            "leaderboards:",
            "  - {id: one, title: One, method: wb-score, evaluator: exact-match@1}");
    var examples =
        """
        {"id":"a","prompt":"x","reference":"y","tags":["news"]}
        {"id":"b","prompt":"x","reference":"y","tags":["long"]}
        {"id":"c","prompt":"x","reference":"y"}
        {"id":"d","prompt":"x","reference":"y","tags":["sport","long"]}
        """;

    assertThat(flaws(spec, examples))
        .containsExactly(
            "examples.jsonl 2 tags must name one of the categories [news, sport], by which"
                + " leaderboards weigh: 'b' has [long]",
            "examples.jsonl 3 tags must name one of the categories [news, sport], by which"
                + " leaderboards weigh: 'c' has []");
  }

  @Test
  void aJudgeOfPairsMeetsAllUnlessTheBenchmarkSaysWhom() {
    assertThat(opponents("")).isEqualTo(new Opponents("all", List.of()));
    assertThat(opponents("opponents: baselines")).isEqualTo(new Opponents("baselines", List.of()));
    assertThat(opponents("opponents: [one, two]"))
        .isEqualTo(new Opponents("named", List.of("one", "two")));
    assertThat(paired("").leaderboards().getFirst().method()).isEqualTo("bradley-terry");
  }

  @Test
  void opponentsThatCannotBeAreFlaws() {
    for (var bad : List.of("some", "3", "{a: b}")) {
      assertThat(Checks.flaws(PAIRED + "opponents: " + bad, CHECKED))
          .singleElement()
          .asString()
          .contains("opponents must be one of [all, baselines], or a list of 1 to 20 systems");
    }
    for (var bad : List.of("[]", "[a, a]", "[1]")) {
      assertThat(Checks.flaws(PAIRED + "opponents: " + bad, CHECKED)).hasSize(1);
    }
    assertThat(
            Checks.flaws(
                """
                name: x
                version: "1"
                title: T
                evaluators: [checklist@1]
                main_metric: checklist@1
                opponents: all
                """,
                CHECKED))
        .singleElement()
        .asString()
        .contains("opponents need a judge of pairs among the evaluators");
  }

  @Test
  void aBoardByAJudgeOfPairsNeedsBattlesAndAValueToChooseBy() {
    var board = "leaderboards:\n  - {id: b, title: B, method: %s, %s: checklist-pair@1}\n";

    assertThat(Checks.flaws(PAIRED + board.formatted("mean", "evaluator"), CHECKED))
        .singleElement()
        .asString()
        .contains(
            "leaderboards[0].method ranks no battles, and checklist-pair@1 gives nothing else");
    assertThat(Checks.flaws(PAIRED + board.formatted("sharpe-ratio", "truth"), CHECKED))
        .singleElement()
        .asString()
        .contains("leaderboards[0].truth must give single responses a value");
    assertThat(Checks.flaws(PAIRED + "entry_rule: best\n", CHECKED))
        .singleElement()
        .asString()
        .contains("entry_rule must be latest or chosen where main_metric is a judge of pairs");
    assertThat(Checks.flaws(PAIRED + board.formatted("elo", "evaluator"), CHECKED)).isEmpty();
  }

  @Test
  void anExampleThatAJudgeByRulesCannotUseIsAFlaw() {
    assertThat(Checks.flaws(PAIRED, "{\"id\":\"a\",\"prompt\":\"x\"}\n"))
        .singleElement()
        .asString()
        .contains("cannot be scored by checklist-pair@1");
  }

  private static final String PAIRED =
      """
      name: x
      version: "1"
      title: T
      evaluators: [checklist-pair@1]
      main_metric: checklist-pair@1
      """;

  private static final String CHECKED =
      "{\"id\":\"a\",\"prompt\":\"x\",\"checklist\":[{\"name\":\"c\",\"contains\":\"y\"}]}\n";

  private static Opponents opponents(String line) {
    return paired(line).opponents();
  }

  /// What is written of it reads as the same again.
  private static BenchmarkSpec paired(String line) {
    var spec = ((Checked.Good) Checks.check(PAIRED + line + "\n", CHECKED)).spec();
    assertThat(((Checked.Good) Checks.check(SpecWriter.write(spec), CHECKED)).spec())
        .isEqualTo(spec);
    return spec;
  }
}
