package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.leaderboard.NotHere.Reason;

final class NotHereTest {

  private static final Instant BEFORE = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-21T11:00:00Z");

  @Test
  void aSystemWithARankNeedsNoReason() {
    assertThat(NotHere.of(Boards.of(Boards.at("mine", 1)), List.of(mine("complete", BEFORE, null))))
        .isEmpty();
  }

  @Test
  void anUnrankedRowSaysWhyItself() {
    var board = Boards.of(Boards.unranked("mine", "26 of 60 missing"));

    assertThat(NotHere.of(board, List.of(mine("complete", BEFORE, null))))
        .containsExactly(new Reason("mine", "s-1", "26 of 60 missing"));
  }

  @Test
  void whatIsStillToComeIsSaid() {
    assertThat(words(mine("active", BEFORE, "a worker with rouge-l@2")))
        .isEqualTo("still being evaluated, waiting for a worker with rouge-l@2");
    assertThat(words(mine("complete", AFTER, null)))
        .isEqualTo("ended after this snapshot was made; the next one takes it in");
    assertThat(words(mine("cancelled", BEFORE, null)))
        .isEqualTo("cancelled; what was evaluated is never ranked");
  }

  @Test
  void aBoardThatTakesNoSystemsOfOursSaysSo() {
    assertThat(words(mine("complete", BEFORE, null))).isEqualTo("this board ranks no systems");
    assertThat(
            NotHere.of(Boards.of(Boards.at("other", 1)), List.of(mine("complete", BEFORE, null)))
                .getFirst()
                .words())
        .startsWith("ended before this snapshot was made and is not in it");
  }

  private static String words(SubmissionStatus mine) {
    return NotHere.of(Boards.of(), List.of(mine)).getFirst().words();
  }

  private static SubmissionStatus mine(String state, Instant since, @Nullable String waitingFor) {
    return new SubmissionStatus(
        "s-1",
        "short-reading",
        "1",
        "vision",
        "mine",
        "outputs",
        state,
        null,
        waitingFor,
        null,
        since,
        null,
        BEFORE,
        null,
        null,
        false,
        60,
        60,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        null);
  }
}
