package palmares.scoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.sampling.Repeats.Question;

class RepeatsTest {

  /// Right answers 3, 2, 0 and 1 of 3; modes B (3 of 3), B (2), A (3), and one of three equal ones.
  @Test
  void equalsFourQuestionsByHand() {
    var repeats =
        Repeats.of(
            List.of(
                new Question("B", List.of("B", "B", "B")),
                new Question("B", List.of("B", "A", "B")),
                new Question("B", List.of("A", "A", "A")),
                new Question("B", List.of("A", "B", "C"))));

    assertThat(repeats.average()).isCloseTo(0.5, within(1e-12)); // (3 + 2 + 0 + 1) / 12
    assertThat(repeats.worst()).isEqualTo(0.25);
    assertThat(repeats.best()).isEqualTo(0.75);
    assertThat(repeats.majority()).isCloseTo((1 + 1 + 0 + 1 / 3.0) / 4, within(1e-12));
    assertThat(repeats.repeatability()).isCloseTo((1 + 2 / 3.0 + 1 + 1 / 3.0) / 4, within(1e-12));
  }

  /// Independent answers, each right with probability 0.7: worst 0.7^3, best 1 - 0.3^3.
  @Test
  void independentAnswersGiveTheirPowers() {
    var random = new Random(2);
    var questions = new ArrayList<Question>();
    for (var k = 0; k < 20_000; k++) {
      questions.add(
          new Question("r", random.doubles(3).mapToObj(draw -> draw < 0.7 ? "r" : "w").toList()));
    }

    var repeats = Repeats.of(questions);

    assertThat(repeats.worst()).isCloseTo(0.343, within(0.015));
    assertThat(repeats.best()).isCloseTo(0.973, within(0.005));
  }

  @Test
  void aQuestionWithoutAnswersIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Question("B", List.of()))
        .withMessage("a question needs one answer or more: 'B'");
  }
}
