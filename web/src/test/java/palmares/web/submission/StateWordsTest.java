package palmares.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.StageProgress;

final class StateWordsTest {

  @Test
  void whatItWaitsForIsSaidWithSinceWhen() {
    var status = status("active", "score", "a worker with rouge-l@2");

    assertThat(StateWords.of(status))
        .isEqualTo(
            "Waiting for a worker with rouge-l@2 since 21 Nov 2026, 10:42 (UTC). Nothing for you"
                + " to do.");
  }

  @Test
  void theTimeLeftIsToldNoFinerThanItIsKnown() {
    assertThat(StateWords.of(withSecondsLeft(7_300))).contains("About 2 hours left in this stage.");
    assertThat(StateWords.of(withSecondsLeft(240))).contains("About 4 minutes left in this stage.");
    assertThat(StateWords.of(withSecondsLeft(50))).contains("About a minute left in this stage.");
    assertThat(StateWords.of(withSecondsLeft(null))).doesNotContain("left in this stage");
  }

  @Test
  void workThatGoesOnNamesItsStage() {
    assertThat(StateWords.of(status("active", "generate", null)))
        .isEqualTo("Its system is being run. Nothing for you to do.");
    assertThat(StateWords.of(status("active", "pair", null)))
        .isEqualTo("Being compared with other systems. Nothing for you to do.");
    assertThat(StateWords.of(status("active", "of-later", null)))
        .isEqualTo("At work: of-later. Nothing for you to do.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "partial", "cancelled", "stopped"})
  void endStatesEnd(String state) {
    assertThat(StateWords.ended(status(state, null, null))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "cancelling", "stopping"})
  void theOthersGoOn(String state) {
    assertThat(StateWords.ended(status(state, null, null))).isFalse();
  }

  private static SubmissionStatus withSecondsLeft(@Nullable Integer seconds) {
    return status("active", "score", null, new StageProgress("score", "now", 30, 60, seconds));
  }

  private static SubmissionStatus status(
      String state, @Nullable String stage, @Nullable String waitingFor, StageProgress... stages) {
    return Statuses.status(state, stage, waitingFor, null, stages);
  }
}
