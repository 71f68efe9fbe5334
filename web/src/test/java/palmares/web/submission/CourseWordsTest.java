package palmares.web.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.Queue;
import palmares.contract.submission.SubmissionStatus.StageProgress;
import palmares.contract.submission.TimelineEvent;
import palmares.web.submission.Step.When;

final class CourseWordsTest {

  private final List<TimelineEvent> timeline = new ArrayList<>();

  @Test
  void whatHappenedGoesOnAndComesStandsInOneLine() {
    happened("received", Map.of());
    happened("run-started", Map.of());
    happened("stage-started", Map.of("stage", "generate"));
    happened("stage-ended", Map.of("stage", "generate"));
    happened("stage-started", Map.of("stage", "score"));

    var steps =
        CourseWords.steps(
            new Course(
                status(
                    "active",
                    null,
                    new Queue(3, 1, 0, 12, 4),
                    new StageProgress("generate", "done", 60, 60, null),
                    new StageProgress("score", "now", 72, 120, null),
                    new StageProgress("reward", "next", 0, 60, null)),
                timeline));

    assertThat(steps)
        .extracting(Step::when, Step::text)
        .containsExactly(
            tuple(When.PAST, "received"),
            tuple(When.PAST, "Its system was run: 60 responses."),
            tuple(When.NOW, "Scoring by 2 automatic metrics: 72 of 120"),
            tuple(When.NEXT, "Rewarded by 1 reward model"),
            tuple(When.NEXT, "Ranked on its leaderboards"));
    assertThat(steps.get(2).below())
        .isEqualTo(
            "1 job in work, 3 in line; 12 jobs of other teams take turns with yours for 4 slots.");
  }

  @Test
  void whatIsRepeatedIsSaidOnce() {
    happened("job-retried", Map.of());
    happened("job-retried", Map.of());
    happened("run-ended", Map.of("state", "partial"));

    assertThat(CourseWords.steps(new Course(status("partial", null, null), timeline)))
        .extracting(Step::when, Step::text)
        .containsExactly(
            tuple(When.PAST, "job-retried"),
            tuple(When.LOOK, "Ended with gaps: some jobs failed."));
  }

  @Test
  void whoWaitsIsToldWhatForAndWhoGoesFirst() {
    var stage = new StageProgress("score", "now", 0, 60, null);

    assertThat(below(status("active", "a worker with x@1", new Queue(1, 0, 0, 0, 2), stage)))
        .isEqualTo("Waiting for a worker with x@1. It goes on by itself.");
    assertThat(below(status("active", null, new Queue(1, 0, 0, 0, 0), stage)))
        .isEqualTo("No worker for it is there. It starts by itself when one comes.");
    assertThat(below(status("active", null, new Queue(1, 0, 0, 0, 2), stage)))
        .isEqualTo("In line: next of your team.");
    assertThat(below(status("active", null, new Queue(1, 0, 7, 0, 2), stage)))
        .isEqualTo("In line: 7 jobs of your team go first.");
  }

  private @Nullable String below(SubmissionStatus status) {
    return CourseWords.steps(new Course(status, timeline)).getFirst().below();
  }

  private void happened(String kind, Map<String, String> detail) {
    timeline.add(new TimelineEvent(timeline.size() + 1, kind, Statuses.SINCE, kind, detail));
  }

  private static SubmissionStatus status(
      String state, @Nullable String waitingFor, @Nullable Queue queue, StageProgress... stages) {
    return Statuses.status(state, "score", waitingFor, queue, stages);
  }
}
