package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void hyphensAndApostrophesWithinAWordBelongToIt() {
    assertThat(Words.of("Thirty-five o'clock - 'Tis Zürich’s!"))
        .extracting(Words.Placed::form)
        .containsExactly("thirty-five", "o'clock", "tis", "zürich’s");
  }

  @Test
  void contentWordsComeOnceAndWithoutFunctionWords() {
    assertThat(Words.content("How many goats did the Goats see, and which goat?"))
        .containsExactly("goats", "see", "goat");
  }
}
