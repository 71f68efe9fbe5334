package palmares.web.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.Cost;
import palmares.contract.submission.SubmissionStatus.Queue;
import palmares.contract.submission.SubmissionStatus.StageProgress;
import palmares.contract.submission.SubmissionStatus.SystemCard;

/// Submissions of 60 examples, of which the tests say where they stand.
final class Statuses {

  static final Instant SINCE = Instant.parse("2026-11-21T10:42:00Z");

  private Statuses() {}

  static SubmissionStatus status(
      String state,
      @Nullable String stage,
      @Nullable String waitingFor,
      @Nullable Queue queue,
      StageProgress... stages) {
    return status(state, stage, waitingFor, queue, List.of(stages), List.of());
  }

  static SubmissionStatus costing(String state, Cost... costs) {
    return status(state, null, null, null, List.of(), List.of(costs));
  }

  private static SubmissionStatus status(
      String state,
      @Nullable String stage,
      @Nullable String waitingFor,
      @Nullable Queue queue,
      List<StageProgress> stages,
      List<Cost> costs) {
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
        waitingFor == null ? null : SINCE,
        SINCE.minusSeconds(7_200),
        null,
        SINCE,
        null,
        null,
        false,
        60,
        60,
        Map.of(),
        List.of(),
        List.of(),
        stages,
        queue,
        costs,
        new SystemCard("y-1", null, 1, null, null, null, null, List.of()));
  }
}
