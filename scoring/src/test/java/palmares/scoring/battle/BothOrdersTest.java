package palmares.scoring.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BothOrdersTest {

  private final SettleRule rule = new BothOrders();

  @Test
  void theOutcomeIsTheMeanOfBothOrders() {
    assertThat(rule.settle(1.0, 1.0)).hasValue(1);
    assertThat(rule.settle(0.0, 0.0)).hasValue(0);
    assertThat(rule.settle(0.75, 1.0)).hasValue(0.875);
    assertThat(rule.settle(0.5, 0.5)).hasValue(0.5);
  }

  @Test
  void aTieInOneOrderLeavesHalfOfTheOther() {
    assertThat(rule.settle(1.0, 0.5)).hasValue(0.75);
    assertThat(rule.settle(0.5, 0.0)).hasValue(0.25);
  }

  @Test
  void aJudgeThatPrefersAPlaceHasDecidedNothing() {
    // The one shown first, whichever that is.
    assertThat(rule.settle(1.0, 0.0)).hasValue(0.5);
    assertThat(rule.settle(0.0, 1.0)).hasValue(0.5);
    assertThat(rule.settle(0.99, 0.4)).hasValue(0.5);
  }

  @Test
  void anAbstentionInEitherOrderMakesNoBattle() {
    assertThat(rule.settle(null, 1.0)).isEmpty();
    assertThat(rule.settle(1.0, null)).isEmpty();
    assertThat(rule.settle(null, null)).isEmpty();
  }

  @Test
  void turningTheSidesRoundTurnsTheOutcomeRound() {
    var values = new double[] {0, 0.1, 0.25, 0.5, 0.6, 0.9, 1};
    for (var first : values) {
      for (var second : values) {
        var turned = rule.settle(1 - second, 1 - first).orElseThrow();
        assertThat(turned + rule.settle(first, second).orElseThrow())
            .as("%s and %s", first, second)
            .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-15));
      }
    }
  }

  @Test
  void aRuleIsFoundByTheKeyThatBattlesStore() {
    assertThat(SettleRule.named("both-orders@1")).isInstanceOf(BothOrders.class);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettleRule.named("both-orders@2"))
        .withMessageContaining("both-orders@2");
  }
}
