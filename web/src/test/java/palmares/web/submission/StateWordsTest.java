package palmares.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.contract.submission.SubmissionStatus;

final class StateWordsTest {

  @Test
  void whatItWaitsForIsSaidWithSinceWhenAndWhatComesNext() {
    var status = status("active", "score", "a worker with rouge-l@2", "ranked on 2 leaderboards");

    assertThat(StateWords.of(status))
        .isEqualTo(
            "Being evaluated. Waiting for a worker with rouge-l@2 since 10:42:00 UTC. Next: ranked"
                + " on 2 leaderboards.");
  }

  @Test
  void workThatGoesOnNamesItsStage() {
    assertThat(StateWords.of(status("active", "generate", null, null)))
        .isEqualTo("Its system is being run.");
    assertThat(StateWords.of(status("active", "pair", null, null))).isEqualTo("At work: pair.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"complete", "partial", "cancelled", "stopped"})
  void endStatesEnd(String state) {
    assertThat(StateWords.ended(status(state, null, null, null))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "cancelling"})
  void theOthersGoOn(String state) {
    assertThat(StateWords.ended(status(state, null, null, null))).isFalse();
  }

  private static SubmissionStatus status(
      String state, @Nullable String stage, @Nullable String waitingFor, @Nullable String next) {
    var since = Instant.parse("2026-11-21T10:42:00Z");
    return new SubmissionStatus(
        "s-1",
        "short-reading",
        "1",
        "admin",
        "mine",
        "outputs",
        state,
        stage,
        waitingFor,
        since,
        next,
        since,
        null,
        false,
        60,
        60,
        Map.of(),
        List.of(),
        List.of());
  }
}
