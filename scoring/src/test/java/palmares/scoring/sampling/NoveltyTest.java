package palmares.scoring.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class NoveltyTest {

  private static final Novelty FOUR = new Novelty(List.of("a", "a", "b", "c"));
  private static final double[] QUALITY = {7, 9, 4, 10};

  /// By hand: (7 + 0.64 * 4 + 0.512 * 10) / (1 + 0.8 + 0.64 + 0.512). Held against the utilities
  /// that NoveltyBench publishes in SamplesCommandTest.
  @Test
  void laterSamplesCountLessAndRepeatedOnesNothing() {
    assertThat(FOUR.distinct()).isEqualTo(3);
    assertThat(FOUR.utility(QUALITY)).isCloseTo(14.68 / 2.952, within(1e-12));
  }

  /// By hand: diversities 2/3, 2/3, 1 and 1, the repository's example.
  @Test
  void qualityCountsAsFarAsASampleDiffersFromTheOthers() {
    assertThat(FOUR.diverseQuality(QUALITY))
        .isCloseTo((7 * 2 / 3.0 + 9 * 2 / 3.0 + 4 + 10) / 4, within(1e-12));
    assertThat(new Novelty(List.of("a", "a")).diverseQuality(new double[] {9, 9})).isZero();
  }

  @Test
  void whatHasNoMeaningIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Novelty(List.of("a")).diverseQuality(new double[] {1}))
        .withMessage("diversity needs two samples or more: 1");
    assertThatIllegalArgumentException().isThrownBy(() -> new Novelty(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> FOUR.utility(new double[3]));
  }
}
