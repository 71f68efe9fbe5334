package palmares.scoring.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictEntropyTest {

  /// Closed forms: six alike 0, three and three ln 2, two of each ln 3.
  @ParameterizedTest
  @CsvSource({"wwwwww, 1", "wlwlwl, 2", "wtlwtl, 3"})
  void isTheLogarithmOfHowManyVerdictsThereAreEquallyOften(String verdicts, int different) {
    assertThat(VerdictEntropy.of(Arrays.asList(verdicts.split(""))))
        .isCloseTo(Math.log(different), within(1e-15));
  }

  @Test
  void anItemWithoutVerdictsIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> VerdictEntropy.of(List.of()));
  }
}
