package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static palmares.scoring.metric.Samples.EXAMPLE;
import static palmares.scoring.metric.Samples.check;

import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.evaluator.Score.Scored;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Gold;

/// What holds for every metric there is; a new one is checked without a line here.
class EveryMetricTest {

  private static final Gold GOLD =
      new Gold(
          List.of("the red fox", "112", "naïve café", "?!", "\uD83E\uDD8A"),
          List.of(
              check("says fox", new Rule.ContainsAny(List.of("fox", "\uD83E\uDD8A"))),
              check("no cat", new Rule.ContainsNone(List.of("cat"))),
              check("a digit", new Rule.Matches("\\d")),
              check("short", new Rule.Chars(1, 80)),
              check("one sentence", new Rule.MaxSentences(1))));

  private static final List<String> NASTY =
      List.of(
          "the red fox",
          "\uD83E\uDD8A\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67\uD83C\uDDE9\uD83C\uDDEA",
          "\u202E\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627\u202C\u2066abc\u2069",
          "\u0001\u0007\u001b[31mred\u001b[0m\u007f\u0085\u009f",
          "?!...,;:-_()[]{}\"'`~@#$%^&*+=|\\/<>",
          "\uD83E lone \uDD8A surrogates",
          "e\u0301 \u00e9 \u212B \uFB01 \u0130 \u0131 \u00df \u03a3\u03c3\u03c2",
          "\u00a0\u2003x\u3000\ufeff",
          "=HYPERLINK(\"http://a.example\") <script>alert(1)</script> ${x} %n %s $1 \\1",
          "the a an ".repeat(100),
          "the red fox 112. ".repeat(60_000),
          "!".repeat(1_000_000),
          "x".repeat(1_000_000));

  @Test
  void everyIdIsItsOwn() {
    assertThat(metrics().map(Metric::id))
        .as("the metrics found")
        .doesNotHaveDuplicates()
        .contains("exact-match", "contains", "token-f1", "rouge-l", "checklist");
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void aMetricStatesWhatItIs(Metric metric) {
    assertThat(metric.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(metric.version()).isPositive();
    assertThat(metric.floor()).isFinite().isLessThan(metric.ceiling());
    assertThat(metric.ceiling()).isFinite();
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void aMetricIsAFinalClassWithATestOfItsOwn(Metric metric) {
    var type = metric.getClass();

    assertThat(Modifier.isFinal(type.getModifiers())).as("%s is final", type).isTrue();
    assertThat(type.getConstructors()).as("constructors of %s", type).hasSize(1);
    assertThat(type.getConstructors()[0].getParameterCount()).isZero();
    assertThatCode(() -> Class.forName(type.getName() + "Test"))
        .as("the test of %s", type)
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void aMetricGivesTheSameValueInItsRangeForEveryText(Metric metric) {
    for (var text : NASTY) {
      var first = score(metric, text);

      assertThat(first.value())
          .as("%s of '%.40s'", metric.key(), text)
          .isBetween(metric.floor(), metric.ceiling());
      assertThat(score(metric, text)).isEqualTo(first);
    }
  }

  @ParameterizedTest
  @MethodSource("metrics")
  void aMetricGivesTheSameValueWhoeverAsksAtTheSameTime(Metric metric) {
    var texts = Collections.nCopies(50, "the red fox 112").parallelStream();

    assertThat(texts.map(text -> score(metric, text)).distinct()).hasSize(1);
  }

  private static Scored score(Metric metric, String text) {
    Score score = metric.score(EXAMPLE, GOLD, new Response(text));
    assertThat(score).isInstanceOf(Scored.class);
    return (Scored) score;
  }

  private static Stream<Metric> metrics() {
    return ServiceLoader.load(Metric.class).stream().map(Provider::get);
  }
}
