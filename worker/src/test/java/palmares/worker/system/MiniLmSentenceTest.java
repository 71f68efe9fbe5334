package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MiniLmSentenceTest {

  @Test
  void theSentenceClosestInMeaningIsGivenThoughItSharesNoWord() {
    var response =
        Passages.respond(
            new MiniLmSentence(),
            Passages.LIGHTHOUSE,
            "From how far is the light visible to ships?");

    assertThat(response).isEqualTo("Her lamp can be seen by boats nine miles away.");
  }
}
