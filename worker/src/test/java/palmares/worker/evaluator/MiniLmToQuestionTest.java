package palmares.worker.evaluator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.scoring.evaluator.RewardModel;
import palmares.worker.embedding.SharedMiniLm;

class MiniLmToQuestionTest {

  private static final String CAT = "The cat sat on the mat.";

  private final RewardModel model = new MiniLmToQuestion().over(SharedMiniLm.get());

  @Test
  void theResponseIsComparedWithTheQuestionAlone() {
    var reward =
        model.rewards(List.of(Items.item("A dog chased a ball.", List.of(CAT), CAT))).getFirst();

    // origin: MiniLmTest
    assertThat(reward.value()).isCloseTo(0.110894, within(1e-5));
  }

  @Test
  void echoingTheQuestionHasTheFullReward() {
    var question = "Where did the cat sit?";

    var rewards = model.rewards(List.of(Items.item(question, List.of(CAT), question)));

    assertThat(rewards.getFirst().value()).isEqualTo(1);
  }
}
