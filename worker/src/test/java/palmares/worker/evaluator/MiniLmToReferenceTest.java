package palmares.worker.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.SharedMiniLm;

class MiniLmToReferenceTest {

  private static final String CAT = "The cat sat on the mat.";
  private static final String FELINE = "A feline rested on the rug.";
  private static final String RATES = "Interest rates rose again.";

  private final RewardModel model = new MiniLmToReference().over(SharedMiniLm.get());

  @Test
  void theNearestReferenceCounts() {
    var rewards =
        model.rewards(
            List.of(
                Items.item("Where?", List.of(RATES, FELINE), CAT),
                Items.item("Where?", List.of(RATES), CAT)));

    // origin: MiniLmTest
    assertThat(rewards.getFirst().value()).isCloseTo(0.555976, within(1e-5));
    assertThat(rewards.getLast().value()).isCloseTo(0.022040, within(1e-5));
  }

  @Test
  void aReferenceItselfHasTheFullReward() {
    var rewards = model.rewards(List.of(Items.item("Where?", List.of(RATES, CAT), CAT)));

    assertThat(rewards.getFirst().value()).isEqualTo(1);
  }

  @Test
  void anExampleWithoutReferencesIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.rewards(List.of(Items.item("Where?", List.of(), CAT))))
        .withMessage("minilm-to-reference@1 has nothing to compare with in example e1");
  }
}
