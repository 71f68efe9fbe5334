package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MiniLmSpanTest {

  private final MiniLmSpan system = new MiniLmSpan();

  @Test
  void aSpanOfTheClosestSentenceRepeatsNoContentWordOfTheQuestion() {
    var response =
        Passages.respond(system, Passages.LIGHTHOUSE, "How many steps has the lighthouse?");

    assertThat("one hundred and twelve").contains(response);
    assertThat(response).isNotEmpty();
  }

  @Test
  void aSentenceThatOnlyRepeatsTheQuestionIsGivenWhole() {
    assertThat(Passages.respond(system, "The goat ran.", "Where did the goat go when it ran?"))
        .isEqualTo("The goat ran.");
  }
}
