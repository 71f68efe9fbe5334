package palmares.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FleissKappaTest {

  /// The example of the article on Fleiss' kappa in Wikipedia: 10 items, 14 raters, 5 categories, P
  /// = 0.378, E = 0.213, kappa = 0.210.
  @Test
  void equalsThePublishedExample() {
    int[][] counts = {
      {0, 0, 0, 0, 14},
      {0, 2, 6, 4, 2},
      {0, 0, 3, 5, 6},
      {0, 3, 9, 2, 0},
      {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0},
      {3, 2, 6, 3, 0},
      {2, 5, 3, 2, 2},
      {6, 5, 2, 1, 0},
      {0, 2, 2, 3, 7}
    };

    assertThat(FleissKappa.of(counts).orElseThrow()).isCloseTo(0.210, within(5e-4));
  }

  /// Two items, both agreed on, one of each category: P = 1.
  @Test
  void fullAgreementIsOne() {
    assertThat(FleissKappa.of(new int[][] {{3, 0}, {0, 3}}).orElseThrow()).isEqualTo(1);
  }

  @Test
  void oneCategoryAloneHasNoKappa() {
    assertThat(FleissKappa.of(new int[][] {{3, 0}, {3, 0}})).isEmpty();
  }

  @Test
  void itemsRatedMoreOftenThanOthersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FleissKappa.of(new int[][] {{3, 0}, {2, 0}}))
        .withMessage("each item must be rated equally often: 3 and 2");
  }
}
