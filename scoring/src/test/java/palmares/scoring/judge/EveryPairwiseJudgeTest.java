package palmares.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.battle.SettleRule;
import palmares.scoring.evaluator.PairwiseJudge;
import palmares.scoring.evaluator.Preference.Preferred;
import palmares.scoring.evaluator.Response;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;

/// What holds for every judge of pairs on the class path, and for every rule that settles what they
/// say; a new one is checked without a line here.
class EveryPairwiseJudgeTest {

  private static final Example EXAMPLE =
      new Example(
          "e1",
          0,
          List.of(new Message(Message.Role.USER, List.of(new Part.Text("Which fox?")))),
          List.of());

  private static final Gold GOLD =
      new Gold(
          List.of("the red fox"),
          List.of(new Check("says fox", new Rule.ContainsAny(List.of("fox")), 1)));

  private static final List<String> TEXTS =
      List.of(
          "the red fox",
          "a cat",
          "\uD83E lone \uDD8A surrogates",
          "\u202E\u05E9\u05DC\u05D5\u05DD",
          "first-gap",
          "fox ".repeat(60_000));

  @Test
  void everyIdIsItsOwn() {
    assertThat(judges().map(PairwiseJudge::id)).doesNotHaveDuplicates().contains("checklist-pair");
    assertThat(rules().map(SettleRule::id)).doesNotHaveDuplicates().contains("both-orders");
  }

  @ParameterizedTest
  @MethodSource("judges")
  void aJudgeStatesWhatItIsAndHasATestOfItsOwn(PairwiseJudge judge) {
    assertThat(judge.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(judge.version()).isPositive();
    assertThat(judge.summary()).isNotBlank();
    hasATest(judge.getClass());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void aRuleStatesWhatItIsAndHasATestOfItsOwn(SettleRule rule) {
    assertThat(rule.id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(SettleRule.named(rule.key())).hasSameClassAs(rule);
    hasATest(rule.getClass());
  }

  @ParameterizedTest
  @MethodSource("judges")
  void aJudgeSaysTheSameOfAPairHoweverOftenItIsAsked(PairwiseJudge judge) {
    for (var first : TEXTS) {
      for (var second : TEXTS) {
        var said = judge.prefer(EXAMPLE, GOLD, new Response(first), new Response(second));

        assertThat(judge.prefer(EXAMPLE, GOLD, new Response(first), new Response(second)))
            .isEqualTo(said)
            .isInstanceOf(Preferred.class);
      }
    }
  }

  private static void hasATest(Class<?> type) {
    assertThat(Modifier.isFinal(type.getModifiers())).as("%s is final", type).isTrue();
    assertThatCode(() -> Class.forName(type.getName() + "Test"))
        .as("the test of %s", type)
        .doesNotThrowAnyException();
  }

  private static Stream<PairwiseJudge> judges() {
    return ServiceLoader.load(PairwiseJudge.class).stream().map(Provider::get);
  }

  private static Stream<SettleRule> rules() {
    return ServiceLoader.load(SettleRule.class).stream().map(Provider::get);
  }
}
