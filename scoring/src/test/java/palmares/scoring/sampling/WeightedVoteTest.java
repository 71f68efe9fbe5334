package palmares.scoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedVoteTest {

  private static final List<String> ANSWERS = List.of("4", "5", "5", "7");

  /// By hand: votes 0.9, 0.3 + 0.4 and 0.1.
  @Test
  void theGreatestSumDecides() {
    double[] weights = {0.9, 0.3, 0.4, 0.1};

    assertThat(WeightedVote.of(ANSWERS, weights, "4")).isEqualTo(1);
    assertThat(WeightedVote.of(ANSWERS, weights, "5")).isZero();
    assertThat(WeightedVote.of(ANSWERS, new double[] {1, 1, 1, 1}, "5")).isEqualTo(1);
    assertThat(WeightedVote.of(ANSWERS, weights, "9")).isZero();
  }

  /// 0.1 + 0.2 and 0.3 differ in floating point alone.
  @Test
  void equalSumsShareTheVote() {
    assertThat(WeightedVote.of(ANSWERS, new double[] {0.3, 0.1, 0.2, 0}, "4")).isEqualTo(0.5);
    assertThat(WeightedVote.of(ANSWERS, new double[4], "7")).isEqualTo(1.0 / 3);
  }

  @Test
  void votesThatAreNoneAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedVote.of(ANSWERS, new double[] {1, -1, 1, 1}, "4"))
        .withMessage("a weight must be 0 or more and finite: -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WeightedVote.of(List.of(), new double[0], "4"));
  }
}
