package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeadSentenceTest {

  @Test
  void theFirstSentenceIsGiven() {
    var response =
        Passages.respond(new LeadSentence(), Passages.LIGHTHOUSE, "Who climbs the steps?");

    assertThat(response).isEqualTo("The lighthouse has one hundred and twelve steps.");
  }
}
