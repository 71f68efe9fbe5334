package palmares.worker.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.Offer;
import palmares.scoring.evaluator.Metric;
import palmares.scoring.evaluator.RewardModel;

class EvaluatorsTest {

  private final Evaluators evaluators = Evaluators.found(texts -> List.of());

  @Test
  void everyFirstMetricAndRewardModelIsOffered() {
    assertThat(evaluators.offers())
        .extracting(Offer::key)
        .contains(
            "exact-match@1",
            "contains@1",
            "token-f1@1",
            "rouge-l@1",
            "checklist@1",
            "checklist-pair@1",
            "minilm-to-reference@1",
            "minilm-to-question@1");
  }

  @Test
  void aMetricIsOfferedWithItsRangeAndARewardModelWithoutOne() {
    assertThat(offer("checklist"))
        .isEqualTo(
            new Offer(
                "checklist",
                1,
                "metric",
                1.0,
                10.0,
                "the weight of the rules that the response passes, from 1 to 10",
                null));
    assertThat(offer("minilm-to-question").kind()).isEqualTo("reward-model");
    assertThat(offer("checklist-pair").kind()).isEqualTo("pairwise-judge");
    assertThat(offer("minilm-to-question").floor()).isNull();
  }

  @Test
  void anEvaluatorIsFoundByItsKeyAlone() {
    assertThat(evaluators.named("exact-match@1")).isInstanceOf(Metric.class);
    assertThat(evaluators.named("minilm-to-reference@1")).isInstanceOf(RewardModel.class);
    assertThat(evaluators.named("exact-match@2")).isNull();
  }

  private Offer offer(String id) {
    return evaluators.offers().stream()
        .filter(offer -> offer.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
