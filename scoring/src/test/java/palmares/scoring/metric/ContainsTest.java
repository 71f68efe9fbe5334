package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static palmares.scoring.metric.Samples.references;
import static palmares.scoring.metric.Samples.value;

import org.junit.jupiter.api.Test;

class ContainsTest {

  private final Contains metric = new Contains();

  @Test
  void aReferenceInsideTheResponseCountsWhateverItsCase() {
    assertThat(value(metric, references("112 STEPS"), "It has 112 steps.")).isEqualTo(1);
    assertThat(value(metric, references("élan"), "Quel ÉLAN!")).isEqualTo(1);
  }

  @Test
  void anyReferenceWillDo() {
    assertThat(value(metric, references("one hundred", "112"), "It has 112.")).isEqualTo(1);
  }

  @Test
  void wordsAreNotTakenApartFromTheirNeighbours() {
    assertThat(value(metric, references("art"), "a party")).isEqualTo(1);
    assertThat(value(metric, references("art work"), "art  work")).isZero();
  }

  @Test
  void aResponseWithoutAnyReferenceHasTheFloor() {
    assertThat(value(metric, references("112"), "It has steps.")).isZero();
  }

  @Test
  void aBlankReferenceIsRefusedBecauseEveryResponseContainsIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value(metric, references("112", " "), "no idea"))
        .withMessage("contains@1 needs references with text; reference 2 of example e1 is blank");
  }
}
