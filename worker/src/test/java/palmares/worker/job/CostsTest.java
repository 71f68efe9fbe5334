package palmares.worker.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import palmares.contract.work.Work.Cost;
import palmares.contract.work.Work.Offer;

class CostsTest {

  private static final Offer JUDGE = new Offer("judge", 1, "judge", null, null, "", null);
  private static final Offer METRIC = new Offer("rouge-l", 1, "metric", 0.0, 1.0, "", null);

  @Test
  void anOfferWithACostStatesItAndTheOthersSayNothing() {
    var offers = Costs.parse(List.of("judge@1=250:900")).on(List.of(JUDGE, METRIC));

    assertThat(offers).extracting(Offer::costPerExample).containsExactly(new Cost(250, 900), null);
    assertThat(Costs.parse(List.of("judge@1=7")).byOffer())
        .containsEntry("judge@1", new Cost(7, 0));
    assertThat(Costs.UNSAID.on(List.of(METRIC))).containsExactly(METRIC);
  }

  @Test
  void aCostOfWhatIsNotOfferedIsAMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Costs.parse(List.of("judge@2=1")).on(List.of(JUDGE)))
        .withMessageContaining("'judge@2'");
  }

  @Test
  void whatIsNoCostIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Costs.parse(List.of("judge@1=-5")))
        .withMessageContaining("judge@1=-5");
  }
}
