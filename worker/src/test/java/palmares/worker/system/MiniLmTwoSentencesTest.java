package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MiniLmTwoSentencesTest {

  private final MiniLmTwoSentences system = new MiniLmTwoSentences();

  @Test
  void theTwoClosestSentencesAreGivenInTheirOrder() {
    var passage = "The ships see her lamp. Onions grow well here. Light shines far out to sea.";

    assertThat(Passages.respond(system, passage, "From how far is the light visible to ships?"))
        .isEqualTo("The ships see her lamp. Light shines far out to sea.");
  }

  @Test
  void aPassageOfOneSentenceIsGivenWhole() {
    assertThat(Passages.respond(system, "Only this.", "What?")).isEqualTo("Only this.");
  }
}
