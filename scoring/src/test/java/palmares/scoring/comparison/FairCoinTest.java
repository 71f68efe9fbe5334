package palmares.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FairCoinTest {

  /// scipy 1.17.1: stats.binomtest(k, n).pvalue
  @Test
  void unevenTossesAreAsRareAsTheBinomialSays() {
    assertThat(FairCoin.atLeastAsUneven(7, 3)).isCloseTo(0.34375, within(1e-14));
    assertThat(FairCoin.atLeastAsUneven(86, 150)).isCloseTo(3.7159361395713866e-05, within(1e-16));
    assertThat(FairCoin.atLeastAsUneven(49_700, 50_300))
        .isCloseTo(0.058197353110190364, within(1e-10));
  }

  @Test
  void nothingIsAtLeastAsLikelyAsHalfAndHalf() {
    assertThat(FairCoin.atLeastAsUneven(5, 5)).isEqualTo(1);
    assertThat(FairCoin.atLeastAsUneven(0, 0)).isEqualTo(1);
    assertThat(FairCoin.atLeastAsUneven(1, 0)).isEqualTo(1);
  }

  @Test
  void theSideDoesNotMatter() {
    assertThat(FairCoin.atLeastAsUneven(2, 11)).isEqualTo(FairCoin.atLeastAsUneven(11, 2));
  }

  @Test
  void countsBelowZeroAreRefused() {
    assertThatThrownBy(() -> FairCoin.atLeastAsUneven(-1, 2))
        .hasMessage("counts of tosses must be 0 or more: -1 and 2");
  }
}
