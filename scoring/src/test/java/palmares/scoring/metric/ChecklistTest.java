package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static palmares.scoring.metric.Samples.EXAMPLE;
import static palmares.scoring.metric.Samples.check;
import static palmares.scoring.metric.Samples.checks;
import static palmares.scoring.metric.Samples.scored;
import static palmares.scoring.metric.Samples.value;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Gold;

class ChecklistTest {

  private final Checklist metric = new Checklist();

  @Test
  void theValueIsTheWeightPassedOnARangeFromOneToTen() {
    var gold =
        checks(
            new Check("names the number", new Rule.ContainsAny(List.of("112", "a gross")), 3),
            new Check("leaves out the oil", new Rule.ContainsNone(List.of("OIL")), 2),
            new Check("is short", new Rule.Chars(1, 10), 1));

    var score = scored(metric, gold, "It has 112 steps and oil.");

    // 1 + 9 * 3 / 6
    assertThat(score.value()).isCloseTo(5.5, within(1e-15));
    assertThat(score.aspects())
        .isEqualTo(Map.of("names the number", 1.0, "leaves out the oil", 0.0, "is short", 0.0));
  }

  @Test
  void allAndNothingAreTheEndsOfTheRange() {
    var gold = checks(check("a", new Rule.ContainsAny(List.of("yes"))));

    assertThat(value(metric, gold, "Yes.")).isEqualTo(metric.ceiling());
    assertThat(value(metric, gold, "No.")).isEqualTo(metric.floor());
  }

  @Test
  void aPatternIsFoundAnywhereAndKeepsItsCase() {
    var gold = checks(check("a", new Rule.Matches("\\bB+\\d")));

    assertThat(value(metric, gold, "see BB7")).isEqualTo(10);
    assertThat(value(metric, gold, "see bb7")).isEqualTo(1);
  }

  @Test
  void lengthCountsTheCodePointsOfTheStrippedResponse() {
    var gold = checks(check("a", new Rule.Chars(2, 3)));

    assertThat(value(metric, gold, "  \uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\n")).isEqualTo(10);
    assertThat(value(metric, gold, "abcd")).isEqualTo(1);
    assertThat(value(metric, gold, " a ")).isEqualTo(1);
  }

  @Test
  void sentencesAreCounted() {
    var gold = checks(check("a", new Rule.MaxSentences(1)));

    assertThat(value(metric, gold, "It has 112 steps.")).isEqualTo(10);
    assertThat(value(metric, gold, "It has 112 steps. Truly.")).isEqualTo(1);
  }

  @Test
  void aTextThatMakesAPatternBacktrackWithoutEndIsTheCandidatesGap() {
    var gold =
        checks(
            check("is short", new Rule.Chars(0, 9)),
            check("a run of a", new Rule.Matches("a*a*a*a*a*b")));

    assertThat(metric.score(EXAMPLE, gold, new Response("a".repeat(500))))
        .isEqualTo(new Score.Unscored(Score.Cause.OVERRAN));
    assertThat(value(metric, gold, "aab")).isEqualTo(10);
  }

  @Test
  void aTextThatNestsAPatternDeeperThanTheStackIsTheCandidatesGap() {
    var gold = checks(check("letters", new Rule.Matches("^(a|b)*$")));

    assertThat(metric.score(EXAMPLE, gold, new Response("ab".repeat(500_000))))
        .isEqualTo(new Score.Unscored(Score.Cause.OVERRAN));
  }

  @Test
  void whatIsNoPatternFailsByName() {
    var gold = checks(check("digits", new Rule.Matches("[0-9")));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> value(metric, gold, "1"))
        .withMessageContaining("check 'digits' of example e1: '[0-9' is no regular expression");
  }

  @Test
  void anExampleWithoutChecksOrWithTwoOfOneNameIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value(metric, Gold.NONE, "1"))
        .withMessage("checklist@1 needs at least one check; example e1 has none");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            value(
                metric,
                checks(check("a", new Rule.Chars(0, 1)), check("a", new Rule.Chars(2, 3))),
                "1"))
        .withMessage("example e1 has two checks 'a'");
  }
}
