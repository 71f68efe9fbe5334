package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedScoresTest {

  /// The left system answers two examples well and leaves two that the right one struggles with.
  private static final PairedScores SKIPPING =
      PairedScores.builder()
          .add(0.9, 0.8)
          .add(0.7, 0.6)
          .add(null, 0.4)
          .add(null, 0.2)
          .add(0.5, null)
          .add(null, null)
          .build();

  @Test
  void gapsAreCountedOnEachSide() {
    assertThat(SKIPPING.examples()).isEqualTo(6);
    assertThat(SKIPPING.both()).isEqualTo(2);
    assertThat(SKIPPING.onlyLeft()).isEqualTo(1);
    assertThat(SKIPPING.onlyRight()).isEqualTo(2);
    assertThat(SKIPPING.neither()).isEqualTo(1);
  }

  @Test
  void aGapDoesNotPayOnceItCountsAsTheWorst() {
    var answered = SKIPPING.answered(ComparisonSettings.DEFAULT).orElseThrow();
    var whole = SKIPPING.withGapsAs(0, ComparisonSettings.DEFAULT).orElseThrow();

    assertThat(answered.examples()).isEqualTo(2);
    assertThat(answered.difference()).isCloseTo(0.1, within(1e-15));
    assertThat(whole.examples()).isEqualTo(6);
    // (0.1 + 0.1 - 0.4 - 0.2 + 0.5 + 0) / 6
    assertThat(whole.difference()).isCloseTo(0.1 / 6, within(1e-15));
  }

  @Test
  void withoutAnExampleThatBothAnsweredThereIsNothingToSay() {
    var apart = PairedScores.builder().add(1.0, null).add(null, 1.0).build();

    assertThat(apart.answered(ComparisonSettings.DEFAULT)).isEmpty();
    assertThat(PairedScores.builder().build().withGapsAs(0, ComparisonSettings.DEFAULT)).isEmpty();
  }

  @Test
  void anyNumberOfExamplesFits() {
    var builder = PairedScores.builder();
    for (var i = 0; i < 1_000; i++) {
      builder.add(i / 1_000.0, 0.0);
    }

    var scores = builder.build();

    assertThat(scores.both()).isEqualTo(1_000);
    assertThat(scores.answered(ComparisonSettings.DEFAULT).orElseThrow().leftMean())
        .isCloseTo(0.4995, within(1e-12));
  }

  @Test
  void scoresMustBeFinite() {
    assertThatThrownBy(() -> PairedScores.builder().add(1.0, Double.NaN))
        .hasMessage("scores of example 0 must be finite: NaN");
  }
}
