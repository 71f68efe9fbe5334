package palmares.api.submission;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.SubmissionStatus.Cost;
import palmares.contract.submission.SubmissionStatus.EvaluatorProgress;
import palmares.contract.submission.SubmissionStatus.Queue;
import palmares.contract.submission.SubmissionStatus.SystemCard;
import palmares.db.Json;
import palmares.db.budget.CostStore;
import palmares.db.job.QueueView.Line;
import palmares.db.job.QueueView.StageJobs;
import palmares.db.job.Run;
import palmares.db.job.RunSpec.EvaluatorPart;
import palmares.db.job.RunState;
import palmares.db.job.Stage;
import palmares.db.submission.Progress;
import palmares.db.submission.RunView.LaterAttempt;
import palmares.db.submission.SubmissionRow;
import palmares.db.submission.Waiting;
import tools.jackson.databind.JsonNode;

/// Says where a submission stands, what it waits for, and what happens next by itself.
final class StatusWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private StatusWords() {}

  /// @param pairings that the run has to have judged
  /// @param missingOffers what jobs need and no live worker has
  /// @param laterAttempt when work goes on, if all of it waits for a later attempt
  record Work(
      Map<String, Integer> jobs,
      List<String> failures,
      List<Progress> progress,
      int pairings,
      List<StageJobs> stages,
      @Nullable Line line,
      List<Waiting> missingOffers,
      @Nullable LaterAttempt laterAttempt,
      List<CostStore.Cost> costs) {}

  static SubmissionStatus status(SubmissionRow row, Run run, Work work) {
    return new SubmissionStatus(
        row.id().toString(),
        row.benchmark(),
        row.version(),
        row.teamName(),
        row.system(),
        row.kind(),
        run.state().word(),
        run.state() == RunState.ACTIVE ? run.stage().word() : null,
        waitingFor(work),
        waitingSince(work),
        run.since(),
        next(run),
        row.submittedAt(),
        row.withdrawnAt(),
        row.chosenAt(),
        row.baseline(),
        row.expected(),
        row.responses(),
        work.jobs(),
        work.failures(),
        work.progress().stream()
            .map(each ->
                new EvaluatorProgress(
                    each.evaluator(), each.scored(), each.unscored(), each.mean()))
            .toList(),
        StageWords.stages(row, run, work),
        queue(work.line()),
        work.costs().stream()
            .map(cost -> new Cost(cost.unit().word(), cost.spent(), cost.reserved()))
            .toList(),
        card(row));
  }

  private static @Nullable Queue queue(@Nullable Line line) {
    return line == null
        ? null
        : new Queue(line.waiting(), line.inWork(), line.ahead(), line.others(), line.slots());
  }

  private static SystemCard card(SubmissionRow row) {
    var spec = Json.tree(row.systemSpec());
    var links = new ArrayList<String>();
    spec.path("links").forEach(link -> links.add(link.asString()));
    return new SystemCard(
        row.hidesItsTeam() ? null : row.systemId().toString(),
        row.anonymousName(),
        row.systemVersion(),
        text(spec, "builtIn"),
        text(spec, "baseModel"),
        text(spec, "licence"),
        text(spec, "description"),
        links);
  }

  private static @Nullable String text(JsonNode spec, String name) {
    return spec.path(name).isString() ? spec.path(name).asString() : null;
  }

  private static @Nullable String waitingFor(Work work) {
    if (!work.missingOffers().isEmpty()) {
      return work.missingOffers().stream()
          .map(Waiting::what)
          .collect(Collectors.joining(", ", "a worker with ", ""));
    }
    var later = work.laterAttempt();
    return later == null ? null : "the next attempt at " + TIME.format(later.at());
  }

  private static @Nullable Instant waitingSince(Work work) {
    var later = work.laterAttempt();
    return work.missingOffers().stream()
        .map(Waiting::since)
        .min(Comparator.naturalOrder())
        .orElse(later == null ? null : later.since());
  }

  private static @Nullable String next(Run run) {
    return switch (run.state()) {
      case ACTIVE -> next(run, run.stage());
      case CANCELLING -> "its jobs are closed as workers let go of them";
      case STOPPING -> "a budget is spent: what workers have begun is finished, the rest is closed";
      case COMPLETE, PARTIAL, CANCELLED, STOPPED -> null;
    };
  }

  private static String next(Run run, Stage stage) {
    var later =
        run.spec().evaluators().stream()
            .map(EvaluatorPart::stage)
            .filter(each -> each.compareTo(stage) > 0)
            .min(Comparator.naturalOrder())
            .orElse(Stage.IMPORT);
    return switch (stage) {
      case GENERATE -> "its responses are evaluated";
      case SCORE, PAIR, REWARD, IMPORT ->
          switch (later) {
            case PAIR -> "its responses are compared with those of other systems";
            case REWARD -> "its rewards are computed";
            case GENERATE, SCORE, IMPORT -> "its leaderboards are built";
          };
    };
  }
}
