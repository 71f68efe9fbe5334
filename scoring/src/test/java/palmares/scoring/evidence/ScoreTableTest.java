package palmares.scoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoreTableTest {

  private static ScoreTable.Builder builder() {
    return ScoreTable.builder(List.of("a", "b"), List.of("e0", "e1"));
  }

  @Test
  void aCellIsAValueOrAGap() {
    var table = builder().put(0, 1, 0.5).build();

    assertThat(table.isScored(0, 1)).isTrue();
    assertThat(table.value(0, 1)).isEqualTo(0.5);
    assertThat(table.isScored(0, 0)).isFalse();
    assertThat(table.answered(0)).isOne();
    assertThat(table.answered(1)).isZero();
  }

  @Test
  void theValueOfAGapIsAnErrorAndNeverANumber() {
    var table = builder().build();

    assertThatIllegalStateException()
        .isThrownBy(() -> table.value(1, 0))
        .withMessage("b has no value for example e0");
  }

  @Test
  void aCellTakesOneFiniteValue() {
    var builder = builder().put(0, 0, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.put(0, 0, 1))
        .withMessage("two values of a for e0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.put(1, 1, Double.NaN))
        .withMessage("value of b for e1 must be finite: NaN");
  }

  @Test
  void aTableDoesNotChangeWithItsBuilder() {
    var builder = builder();
    var table = builder.build();

    builder.put(0, 0, 1);

    assertThat(table.isScored(0, 0)).isFalse();
  }

  @Test
  void namesStandOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScoreTable.builder(List.of("a", "a"), List.of()))
        .withMessage("each system must stand once: [a, a]");
  }
}
