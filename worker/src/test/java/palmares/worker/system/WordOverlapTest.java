package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordOverlapTest {

  private final WordOverlap system = new WordOverlap();

  @Test
  void theSentenceWithMostWordsOfTheQuestionIsGiven() {
    var response =
        Passages.respond(system, Passages.LIGHTHOUSE, "When does the KEEPER climb, each evening?");

    assertThat(response).isEqualTo("The keeper climbs them every evening.");
  }

  @Test
  void functionWordsDoNotCount() {
    assertThat(Passages.respond(system, "What is it to you? A goat ran.", "What is it to a goat?"))
        .isEqualTo("A goat ran.");
  }

  @Test
  void theFirstOfEqualOnesIsGiven() {
    assertThat(Passages.respond(system, "One. Two.", "Which?")).isEqualTo("One.");
  }
}
