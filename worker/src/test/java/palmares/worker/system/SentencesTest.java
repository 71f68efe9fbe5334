package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

  @Test
  void aSentenceEndsWithAMarkBeforeWhiteSpace() {
    assertThat(Sentences.of("One. Two!  Three?\nFour… Five"))
        .containsExactly("One.", "Two!", "Three?", "Four…", "Five");
  }

  @Test
  void quotesAndBracketsThatCloseBelongToTheirSentence() {
    assertThat(Sentences.of("She said \"go.\" He went. (So it was.) \"Why?\" “No!” ‘Yes.’ End."))
        .containsExactly(
            "She said \"go.\"", "He went.", "(So it was.)", "\"Why?\"", "“No!”", "‘Yes.’", "End.");
  }

  @Test
  void aPointWithinANumberEndsNothing() {
    assertThat(Sentences.of("It is 3.5 miles. Go.")).containsExactly("It is 3.5 miles.", "Go.");
  }

  @Test
  void aRunOfMarksIsOneEnd() {
    assertThat(Sentences.of("What?! Well... yes.")).containsExactly("What?!", "Well...", "yes.");
  }

  @Test
  void nothingHasNoSentence() {
    assertThat(Sentences.of(" \n ")).isEmpty();
  }
}
