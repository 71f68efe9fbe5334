package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionEchoTest {

  @Test
  void theQuestionIsGiven() {
    assertThat(Passages.respond(new QuestionEcho(), Passages.LIGHTHOUSE, "Who climbs? "))
        .isEqualTo("Who climbs?");
  }
}
