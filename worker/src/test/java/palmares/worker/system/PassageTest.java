package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PassageTest {

  @Test
  void theLastTextIsTheQuestionAndTheOthersThePassage() {
    var passage = Passage.of(Passages.example("e1", "One. Two.", "Three.", "Which?"));

    assertThat(passage.text()).isEqualTo("One. Two.\nThree.");
    assertThat(passage.sentences()).containsExactly("One.", "Two.", "Three.");
    assertThat(passage.question()).isEqualTo("Which?");
  }

  @Test
  void anEmptyPassageIsRefusedByName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Passage.of(Passages.example("  ", "Which?")))
        .withMessage("example e1: the passage is empty");
  }
}
