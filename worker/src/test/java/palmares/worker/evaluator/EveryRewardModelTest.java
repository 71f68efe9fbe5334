package palmares.worker.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import palmares.scoring.evaluator.RewardModel;
import palmares.scoring.evaluator.RewardModel.Item;
import palmares.scoring.evaluator.RewardModel.Reward;
import palmares.worker.embedding.SharedMiniLm;

class EveryRewardModelTest {

  static Stream<RewardModel> models() {
    return ServiceLoader.load(RewardModelFactory.class).stream()
        .map(found -> found.get().over(SharedMiniLm.get()));
  }

  @Test
  void theModelsAreFound() {
    assertThat(models().map(RewardModel::key))
        .containsExactlyInAnyOrder("minilm-to-reference@1", "minilm-to-question@1");
  }

  @ParameterizedTest
  @MethodSource("models")
  void anIdIsKebabCase(RewardModel model) {
    assertThat(model.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(model.version()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("models")
  void everyItemHasAFiniteRewardInOrder(RewardModel model) {
    var rewards = model.rewards(items());

    assertThat(rewards).hasSize(items().size());
    assertThat(rewards).allMatch(reward -> Double.isFinite(reward.value()));
  }

  @ParameterizedTest
  @MethodSource("models")
  void aRewardIsTheSameWhateverElseIsInTheList(RewardModel model) {
    var together = model.rewards(items());

    var alone = new ArrayList<Reward>();
    items().forEach(item -> alone.addAll(model.rewards(List.of(item))));
    var reversed = new ArrayList<>(model.rewards(items().reversed()));
    Collections.reverse(reversed);

    assertThat(together).isEqualTo(alone).isEqualTo(reversed);
  }

  @ParameterizedTest
  @MethodSource("models")
  void noItemsHaveNoRewards(RewardModel model) {
    assertThat(model.rewards(List.of())).isEmpty();
  }

  private static List<Item> items() {
    return List.of(
        Items.item("Where is the cat?", List.of("on the mat", "a mat"), "The cat sat on the mat."),
        Items.item("How long?", List.of("nine miles"), "x"),
        Items.item("Who rang?", List.of("the keeper"), "word ".repeat(400)),
        Items.item("Wo?", List.of("Zürich"), "In Zürich, 日本, \uD83D\uDE00"));
  }
}
