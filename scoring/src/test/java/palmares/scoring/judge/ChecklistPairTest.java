package palmares.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.evaluator.Preference;
import palmares.scoring.evaluator.Preference.Abstained;
import palmares.scoring.evaluator.Preference.Preferred;
import palmares.scoring.evaluator.Response;
import palmares.scoring.evaluator.Score.Cause;
import palmares.scoring.example.Check;
import palmares.scoring.example.Check.Rule;
import palmares.scoring.example.Example;
import palmares.scoring.example.Gold;
import palmares.scoring.example.Message;
import palmares.scoring.example.Part;

class ChecklistPairTest {

  private static final Example EXAMPLE =
      new Example(
          "e1",
          0,
          List.of(new Message(Message.Role.USER, List.of(new Part.Text("How many?")))),
          List.of());

  private static final Gold GOLD =
      new Gold(
          List.of(),
          List.of(
              new Check("names the number", new Rule.ContainsAny(List.of("112")), 2),
              new Check("is short", new Rule.Chars(1, 10), 1)));

  private final ChecklistPair judge = new ChecklistPair();

  @Test
  void theResponseThatKeepsMoreOfTheChecklistByWeightWins() {
    // 2 of 3 against 1 of 3
    assertThat(prefer("There are 112 steps.", "Many.")).isEqualTo(new Preferred(1, "first"));
    assertThat(prefer("Many.", "There are 112 steps.")).isEqualTo(new Preferred(0, "second"));
  }

  @Test
  void responsesThatKeepEquallyMuchTie() {
    assertThat(prefer("112", "112.")).isEqualTo(new Preferred(0.5, "tie"));
    assertThat(prefer("no idea at all", "nothing of it")).isEqualTo(new Preferred(0.5, "tie"));
  }

  @Test // invariant 16
  void aTextOnWhichARuleCannotBeFollowedToItsEndLosesToOneThatCanBeJudged() {
    // Runs away by backtracking: every 'a' may belong to the inner or the outer repetition.
    var gold = new Gold(List.of(), List.of(new Check("x", new Rule.Matches("(a+)+$"), 1)));
    var hopeless = "a".repeat(5_000) + "!";

    assertThat(prefer(gold, hopeless, "b")).isEqualTo(new Preferred(0, "first-gap"));
    assertThat(prefer(gold, "b", hopeless)).isEqualTo(new Preferred(1, "second-gap"));
    assertThat(prefer(gold, hopeless, hopeless)).isEqualTo(new Abstained(Cause.OVERRAN));
  }

  @Test
  void anExampleWithoutAChecklistCannotBeJudged() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> prefer(Gold.NONE, "a", "b"))
        .withMessageContaining("e1");
  }

  private Preference prefer(String first, String second) {
    return prefer(GOLD, first, second);
  }

  private Preference prefer(Gold gold, String first, String second) {
    return judge.prefer(EXAMPLE, gold, new Response(first), new Response(second));
  }
}
