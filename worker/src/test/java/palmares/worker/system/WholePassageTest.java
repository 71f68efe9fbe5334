package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholePassageTest {

  @Test
  void thePassageIsGivenWithoutTheQuestion() {
    assertThat(Passages.respond(new WholePassage(), " " + Passages.LIGHTHOUSE, "Which?"))
        .isEqualTo(Passages.LIGHTHOUSE);
  }
}
