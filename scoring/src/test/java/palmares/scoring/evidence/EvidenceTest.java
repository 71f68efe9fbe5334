package palmares.scoring.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EvidenceTest {

  private static final ScoreTable TABLE =
      ScoreTable.builder(List.of("a", "b"), List.of("e0")).build();

  @Test
  void aTableIsFoundByTheKeyOfItsEvaluator() {
    var evidence = evidence(Map.of("rouge-l@1", TABLE));

    assertThat(evidence.table("rouge-l@1")).isSameAs(TABLE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> evidence.table("rouge-l@2"))
        .withMessage("no evidence of rouge-l@2; there is evidence of [rouge-l@1]");
  }

  @Test
  void tablesThatDoNotFitEachOtherAreRefused() {
    var turned = ScoreTable.builder(List.of("b", "a"), List.of("e0")).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> evidence(Map.of("contains@1", TABLE, "rouge-l@1", turned)))
        .withMessageContaining("contains@1 and rouge-l@1 differ");
  }

  private static Evidence evidence(Map<String, ScoreTable> tables) {
    return new Evidence(new TreeMap<>(tables), Map.of(), Map.of(), Map.of(), Map.of());
  }
}
