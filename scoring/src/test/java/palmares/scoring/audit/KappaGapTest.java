package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import palmares.scoring.ranking.Bootstrap;

class KappaGapTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(500, 1, 0.95);

  /// Closed form: 1 where both agree on two of each, (0.5 - 0.5) / (1 - 0.5) = 0 where they agree
  /// on half.
  @Test
  void isTheDifferenceOfTheTwoKappas() {
    int[] people = {0, 0, 1, 1, 0, 0, 1, 1};
    int[] judge = {0, 0, 1, 1, 0, 1, 0, 1};
    boolean[] ownRight = {true, true, true, true, false, false, false, false};

    var gap = KappaGap.of(people, judge, ownRight, BOOTSTRAP);

    assertThat(gap.answered()).hasValue(1);
    assertThat(gap.unanswered()).hasValue(0);
    assertThat(gap.gap().orElseThrow()).isCloseTo(1, within(1e-15));
  }

  /// A judge that calls right whatever equals its own answer grades by a coin where that is wrong.
  @Test
  void aJudgeThatCopiesItsOwnAnswerHasAGapAboveZero() {
    var random = new Random(3);
    var people = new int[400];
    var judge = new int[400];
    var ownRight = new boolean[400];
    for (var i = 0; i < 400; i++) {
      people[i] = random.nextInt(2);
      ownRight[i] = random.nextBoolean();
      judge[i] = ownRight[i] ? people[i] : random.nextInt(2);
    }

    var gap = KappaGap.of(people, judge, ownRight, BOOTSTRAP);

    assertThat(gap.interval().orElseThrow().low()).isGreaterThan(0.7);
  }

  @Test
  void isUndefinedWhereEitherKappaIs() {
    int[] grades = {0, 1, 1};

    var gap = KappaGap.of(grades, grades, new boolean[] {true, true, true}, BOOTSTRAP);

    assertThat(gap.gap()).isEmpty();
    assertThat(gap.interval()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KappaGap.of(grades, grades, new boolean[] {true}, BOOTSTRAP));
  }
}
