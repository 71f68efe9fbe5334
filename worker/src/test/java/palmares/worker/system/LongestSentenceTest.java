package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LongestSentenceTest {

  private final LongestSentence system = new LongestSentence();

  @Test
  void theLongestSentenceIsGiven() {
    assertThat(Passages.respond(system, "Short. This one is longer. Tiny.", "Which?"))
        .isEqualTo("This one is longer.");
  }

  @Test
  void theFirstOfEquallyLongOnesIsGiven() {
    assertThat(Passages.respond(system, "Abc. Def. X.", "Which?")).isEqualTo("Abc.");
  }

  @Test
  void aCharacterOutsideTheFirstPlaneIsOne() {
    assertThat(Passages.respond(system, "\uD83D\uDE00\uD83D\uDE00. Four.", "Which?"))
        .isEqualTo("Four.");
  }
}
