package palmares.api.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import palmares.api.benchmark.BenchmarkCheck.Checked;

class BenchmarkCheckTest {

  private static final String SPEC = Folders.spec("small");
  private static final String GOOD = Folders.examples(2);

  @Test
  void theSampleBenchmarkIsFlawless() {
    var sample =
        Path.of(System.getProperty("palmares.root"))
            .resolve("infra/launcher/src/main/resources/sample/short-reading");

    var checked =
        new BenchmarkCheck(Set.of("minilm-to-reference@1", "minilm-to-question@1")).folder(sample);

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
  void windowsFilesAndByteOrderMarksAreWelcome() {
    var checked =
        check(
            "\ufeff" + SPEC.replace("\n", "\r\n"), "\ufeff" + GOOD.replace("\n", "\r\n") + "\r\n");

    assertThat(checked).isEqualTo(check(SPEC, GOOD));
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    assertThat(check(SPEC.getBytes(UTF_8), gzip(GOOD.getBytes(UTF_8))))
        .isEqualTo(check(SPEC, GOOD));
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
                + " licence, quota_per_day, opens_at, closes_at, leaderboards]",
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
  void yamlThatConstructsOrMultipliesIsRefused() {
    assertThat(flaws("name: !!javax.script.ScriptEngineManager [x]\n", GOOD).getFirst())
        .isEqualTo(
            "benchmark.yaml 1 null is not YAML: Global tag is not allowed:"
                + " tag:yaml.org,2002:javax.script.ScriptEngineManager");
    assertThat(flaws("name: !secret x\n", GOOD).getFirst())
        .isEqualTo("benchmark.yaml 1 name has the tag !secret; tags are not allowed");
    assertThat(flaws("a: &a [x]\nb: [*a, *a]\n", GOOD).getFirst())
        .isEqualTo("benchmark.yaml 2 null uses the alias *a; write the value out");
    assertThat(flaws("name: [" + "[".repeat(50), GOOD).getFirst()).contains("is not YAML");
    assertThat(flaws("name: x\nname: y\n", GOOD)).contains("benchmark.yaml 2 name stands twice");
    assertThat(flaws("", GOOD)).containsExactly("benchmark.yaml 1 null is empty");
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
  void everyCategoryNeedsAnExampleAndEveryExampleACategory() {
    var spec = Folders.spec("small", "categories: {news: 1, sport: 2}");
    var line = "{\"id\":\"a\",\"prompt\":\"x\",\"reference\":\"y\",\"tags\":[\"news\"]}\n";

    assertThat(flaws(spec, line))
        .containsExactly("benchmark.yaml null categories.sport is the tag of no example");
    assertThat(flaws(spec, GOOD).getFirst())
        .isEqualTo("examples.jsonl 1 tags must name one of the categories [news, sport]");
  }

  @Test
  void brokenUtf8AndNulAreNamedWithTheirPlace() {
    var broken = GOOD.replace("Question 2", "Question \u00e9").getBytes(ISO_8859_1);

    assertThat(flaws(check(SPEC.getBytes(UTF_8), broken)))
        .containsExactly("examples.jsonl 2 null is not UTF-8: byte 31 of the line is 0xe9");
    assertThat(flaws(SPEC, GOOD.replace("Question 1", "Question \\u0000")))
        .containsExactly("examples.jsonl 1 prompt contains the character U+0000 at position 10");
    assertThat(flaws(SPEC, GOOD.replace("Question 1", "Question \u0000")).getFirst())
        .startsWith(
            "examples.jsonl 1 null is not JSON: Illegal unquoted character ((CTRL-CHAR, code 0))");
    assertThat(flaws(SPEC + "licence: \"a\\0b\"\n", GOOD).getFirst()).contains("licence");
  }

  @Test
  void aLineOfFiftyMegabytesIsNamedAndTheOthersAreStillRead() {
    var huge = new byte[50 * 1024 * 1024];
    Arrays.fill(huge, (byte) 'x');
    huge[huge.length - 1] = '\n';
    var all = new ByteArrayOutputStream();
    all.writeBytes(huge);
    all.writeBytes("{\"id\":\"\"}\n".getBytes(UTF_8));

    assertThat(flaws(check(SPEC.getBytes(UTF_8), all.toByteArray())))
        .contains(
            "examples.jsonl 1 null is 52428799 bytes long; at most 4 MiB are allowed",
            "examples.jsonl 2 id must be 1 to 200 printable characters without spaces around them");
  }

  @Test
  void archivesThatAreCutOffBrokenOrMadeToBurstAreRefused() throws IOException {
    var packed = gzip(Folders.examples(2000).getBytes(UTF_8));
    var cut = Arrays.copyOf(packed, packed.length / 2);
    var damaged = packed.clone();
    Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 40, (byte) 0xff);
    var bomb = gzip(new byte[32 * 1024 * 1024]);

    assertThat(flaws(check(SPEC.getBytes(UTF_8), cut)).getLast())
        .contains("is gzip that was cut off");
    assertThat(flaws(check(SPEC.getBytes(UTF_8), damaged))).isNotEmpty();
    assertThat(check(SPEC.getBytes(UTF_8), bomb))
        .isInstanceOfSatisfying(
            Checked.Flawed.class,
            flawed -> {
              assertThat(flawed.tooLarge()).isTrue();
              assertThat(flawed.flaws().getLast().message())
                  .isEqualTo("unpacks to more than 200 times its size, which no text does");
            });
    assertThat(flaws(check(SPEC.getBytes(UTF_8), zip())).getFirst()).contains("is a zip file");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(flaws(SPEC, ""))
        .containsExactly("examples.jsonl null null has no lines; expected one example in each");
    assertThat(flaws(SPEC, " \n\r\n")).hasSize(1);
  }

  @Test
  void deepNestingIsRefused() {
    assertThat(flaws(SPEC, "{\"id\":" + "[".repeat(100_000)).getFirst()).contains("nesting depth");
  }

  @Test
  void neverMoreThanAHundredFlawsInAll() {
    assertThat(flaws("name: X\n", "{}\n".repeat(1000))).hasSize(100);
  }

  private static List<String> flaws(String spec, String examples) {
    return flaws(check(spec, examples));
  }

  private static List<String> flaws(Checked checked) {
    return switch (checked) {
      case Checked.Good good -> List.of();
      case Checked.Flawed flawed ->
          flawed.flaws().stream()
              .map(f -> f.file() + " " + f.line() + " " + f.field() + " " + f.message())
              .toList();
    };
  }

  private static Checked check(String spec, String examples) {
    return check(spec.getBytes(UTF_8), examples.getBytes(UTF_8));
  }

  private static Checked check(byte[] spec, byte[] examples) {
    try {
      return new BenchmarkCheck(Set.of())
          .check(new ByteArrayInputStream(spec), new ByteArrayInputStream(examples));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("examples.jsonl"));
      zip.write(GOOD.getBytes(UTF_8));
    }
    return packed.toByteArray();
  }
}
