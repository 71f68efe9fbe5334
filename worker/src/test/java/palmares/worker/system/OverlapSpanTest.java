package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OverlapSpanTest {

  private final OverlapSpan system = new OverlapSpan();

  @Test
  void theSpanNextToTheSharedWordsIsGiven() {
    var passage = "It rained. The old mayor of Tollen planted eleven apple trees beside the road.";

    assertThat(Passages.respond(system, passage, "How many trees were planted by the mayor?"))
        .isEqualTo("eleven apple");
  }

  @Test
  void aSentenceThatOnlyRepeatsTheQuestionIsGivenWhole() {
    assertThat(Passages.respond(system, "The goat ran.", "Where did the goat go when it ran?"))
        .isEqualTo("The goat ran.");
  }
}
