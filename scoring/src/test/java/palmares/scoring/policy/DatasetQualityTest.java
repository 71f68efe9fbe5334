package palmares.scoring.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DatasetQualityTest {

  /// By hand: mean 4, a third of the way from 2 to 8; a random policy 0, the best 1.
  @Test
  void theMeanReturnIsPlacedBetweenRandomAndBest() {
    assertThat(DatasetQuality.trajectoryQuality(new double[] {3, 5}, 2, 8)).isEqualTo(1 / 3.0);
    assertThat(DatasetQuality.trajectoryQuality(new double[] {2}, 2, 8)).isZero();
    assertThat(DatasetQuality.trajectoryQuality(new double[] {8}, 2, 8)).isEqualTo(1);
  }

  @Test
  void theReferenceCoversItselfAndRepeatedStepsCountOnce() {
    var reference = List.of("s0 a", "s0 b", "s1 a", "s1 b");

    assertThat(DatasetQuality.coverage(reference, reference)).isEqualTo(1);
    assertThat(DatasetQuality.coverage(List.of("s0 a", "s0 a", "s1 a"), reference)).isEqualTo(0.5);
    assertThat(DatasetQuality.coverage(List.of(), reference)).isZero();
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatasetQuality.trajectoryQuality(new double[] {1}, 2, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatasetQuality.trajectoryQuality(new double[0], 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatasetQuality.trajectoryQuality(new double[] {Double.NaN}, 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DatasetQuality.coverage(List.of("s a"), List.of()));
  }
}
