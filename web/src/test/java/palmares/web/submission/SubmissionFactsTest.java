package palmares.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.Cost;

final class SubmissionFactsTest {

  @Test
  void moneyAndTokensAreToldAsSpentAndSetAside() {
    var status =
        Statuses.costing(
            "active", new Cost("money", 1_060_000, 5_940_000), new Cost("tokens", 48_120, 0));

    assertThat(words(status))
        .isEqualTo("Spent / set aside1.06 / 5.94Spent / set aside48,120 tokens / 0 tokens");
  }

  @Test
  void whatHasEndedHasNothingSetAside() {
    assertThat(words(Statuses.costing("complete", new Cost("money", 750, 0))))
        .isEqualTo("Spent0.00075");
  }

  @Test
  void whatNobodyCountedIsNotSaidToBeFree() {
    assertThat(words(Statuses.costing("complete"))).isEqualTo("Costnone counted");
  }

  private static String words(SubmissionStatus status) {
    return SubmissionFacts.costs(status).getElement().getTextRecursively();
  }
}
