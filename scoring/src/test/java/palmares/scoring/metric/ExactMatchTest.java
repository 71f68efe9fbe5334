package palmares.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static palmares.scoring.metric.Samples.references;
import static palmares.scoring.metric.Samples.value;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.scoring.example.Gold;

class ExactMatchTest {

  private final ExactMatch metric = new ExactMatch();

  @Test
  void anyReferenceWillDo() {
    assertThat(value(metric, references("Paris", "the city of Paris"), "the city of Paris"))
        .isEqualTo(1);
  }

  @Test
  void whiteSpaceAtBothEndsIsLeftOut() {
    assertThat(value(metric, references(" Paris\n"), "\t Paris\u2003")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"paris", "Paris.", "Pa ris", "Paris Paris", "Par\u0131s"})
  void everythingElseCounts(String response) {
    assertThat(value(metric, references("Paris"), response)).isZero();
  }

  @Test
  void anExampleWithoutReferencesIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value(metric, Gold.NONE, "Paris"))
        .withMessage("exact-match@1 needs at least one reference; example e1 has none");
  }
}
