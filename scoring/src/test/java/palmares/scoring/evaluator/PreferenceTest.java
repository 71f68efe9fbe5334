package palmares.scoring.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import palmares.scoring.evaluator.Preference.Abstained;
import palmares.scoring.evaluator.Preference.Preferred;
import palmares.scoring.evaluator.Score.Cause;

class PreferenceTest {

  @Test // invariant 16
  void aGapLosesInEitherPlaceToAResponseThatIsThere() {
    for (var cause : Cause.values()) {
      assertThat(Preference.ofGaps(cause, null)).isEqualTo(new Preferred(0, "first-gap"));
      assertThat(Preference.ofGaps(null, cause)).isEqualTo(new Preferred(1, "second-gap"));
    }
  }

  @Test // invariant 16
  void twoGapsDecideNothingAndSayTheSameInEitherOrder() {
    assertThat(Preference.ofGaps(Cause.EMPTY, Cause.MISSING))
        .isEqualTo(new Abstained(Cause.MISSING))
        .isEqualTo(Preference.ofGaps(Cause.MISSING, Cause.EMPTY));
  }

  @Test
  void withoutAGapThereIsNothingForItToDecide() {
    assertThatIllegalArgumentException().isThrownBy(() -> Preference.ofGaps(null, null));
  }

  @Test
  void aProbabilityAndALabelAreChecked() {
    for (var bad : new double[] {-0.01, 1.01, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Preferred(bad, "x"))
          .withMessageContaining("[0, 1]: " + bad);
    }
    for (var bad : new String[] {"", " ", "a\0b", "x".repeat(101)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Preferred(0.5, bad))
          .withMessageContaining("1 to 100 characters");
    }
  }
}
