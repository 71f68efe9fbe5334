package palmares.worker.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class WordOverlapAbstainTest {

  // keeper, climb, evening: two of three are in the second sentence
  private static final String QUESTION = "When does the keeper climb, evening?";
  private static final String SENTENCE = "The keeper climbs them every evening.";

  private final WordOverlapAbstain system = new WordOverlapAbstain();

  @Test
  void aQuestionThatSharesEnoughWordsIsAnswered() {
    assertThat(Passages.respond(system, Passages.LIGHTHOUSE, QUESTION)).isEqualTo(SENTENCE);
  }

  @Test
  void aQuestionThatSharesTooFewIsNot() {
    assertThat(
            Passages.respond(system, Passages.LIGHTHOUSE, "Who is the keeper's eldest daughter?"))
        .isEmpty();
  }

  @Test
  void theThresholdIsASetting() {
    assertThat(respond("0.66")).isEqualTo(SENTENCE);
    assertThat(respond("0.67")).isEmpty();
    assertThat(respond("0")).isEqualTo(SENTENCE);
  }

  @Test
  void aThresholdIsAFraction() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> respond("40"))
        .withMessage("setting 'threshold' must be from 0 to 1: 40");
  }

  private String respond(String threshold) {
    var settings = new SystemSettings(Map.of("threshold", threshold));
    return Passages.respond(system, settings, Passages.LIGHTHOUSE, QUESTION);
  }
}
