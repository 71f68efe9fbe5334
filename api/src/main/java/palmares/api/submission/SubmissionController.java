package palmares.api.submission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.context.ServerRequestContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.api.benchmark.Visible;
import palmares.api.event.EventStreams;
import palmares.api.idempotency.Once;
import palmares.api.identity.Access;
import palmares.api.identity.Callers;
import palmares.api.page.Cursor;
import palmares.api.page.Ids;
import palmares.api.page.Pages;
import palmares.api.problem.Problems;
import palmares.api.problem.Refused;
import palmares.api.submission.Submissions.Change;
import palmares.api.trace.TraceContext;
import palmares.contract.page.Page;
import palmares.contract.submission.ExampleScore;
import palmares.contract.submission.SubmissionApi;
import palmares.contract.submission.SubmissionStatus;
import palmares.contract.submission.TimelineEvent;
import palmares.db.blob.BlobStore;
import palmares.db.job.RunState;
import palmares.db.submission.ExampleScoreRow;
import palmares.db.submission.SubmissionRow;
import palmares.db.submission.SubmissionStore;

/// Lets people follow submissions and change their own. Foreign ones answer as if they were not.
@Controller("/api/v1")
class SubmissionController implements SubmissionApi {

  private static final List<String> STATES =
      Stream.concat(
              Arrays.stream(RunState.values()).map(RunState::word),
              Stream.of(SubmissionStore.Filter.WITHDRAWN))
          .toList();

  private final Submissions submissions;
  private final Callers callers;
  private final BlobStore blobs;
  private final EventStreams streams;

  SubmissionController(
      Submissions submissions, Callers callers, BlobStore blobs, EventStreams streams) {
    this.submissions = submissions;
    this.callers = callers;
    this.blobs = blobs;
    this.streams = streams;
  }

  @Override
  @Access(Access.To.READ)
  public Page<SubmissionStatus> submissions(
      @Nullable String benchmark,
      @Nullable String version,
      @Nullable String team,
      @Nullable String system,
      @Nullable String state,
      @Nullable String cursor,
      @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var last = Cursor.lastNumber(cursor);
    if (state != null && !STATES.contains(state)) {
      throw Refused.badRequest(
          "state must be one of %s: '%s'.".formatted(STATES, Problems.shown(state)));
    }
    var filter = new SubmissionStore.Filter(benchmark, version, team, system, state);
    var rows = submissions.page(callers.person(), filter, last, size + 1);
    return Pages.of(rows, size, row -> Cursor.after(row.no()), submissions::status);
  }

  @Override
  @Access(Access.To.READ)
  public SubmissionStatus submission(String id) {
    return submissions.status(found(id));
  }

  @Override
  @Access(Access.To.READ)
  public Page<TimelineEvent> timeline(String id, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var last = Cursor.parse(cursor, 1);
    var row = found(id);
    var events = submissions.timeline(row, last == null ? 0 : ordinal(last, 0), size + 1);
    return Pages.of(
        events, size, event -> Cursor.after(event.seq()), event -> TimelineWords.event(event, row));
  }

  @Override
  @Access(Access.To.READ)
  public HttpResponse<?> events(String id, @Nullable String lastEventId) {
    var person = callers.person();
    var row = found(id);
    return streams.open(person, new FollowedSubmission(submissions, person, row), lastEventId);
  }

  @Override
  @Access(Access.To.READ)
  public Page<ExampleScore> scores(
      String id, @Nullable String evaluator, @Nullable String cursor, @Nullable Integer limit) {
    var size = Pages.limit(limit);
    var from = Cursor.parse(cursor, 2);
    var row = found(id);
    var visible = Submissions.visible(callers.person(), row);
    var rows =
        submissions.scores(
            row,
            evaluator,
            from == null ? -1 : ordinal(from, 0),
            from == null ? -1 : ordinal(from, 1),
            size + 1);
    return Pages.of(
        rows,
        fitting(rows, size),
        each -> Cursor.after(each.ordinal(), each.evaluatorVersion()),
        each -> score(each, visible));
  }

  /// How many of the rows a page has room for; the first one always fits.
  private static int fitting(List<ExampleScoreRow> rows, int size) {
    var chars = 0L;
    var fitting = 0;
    while (fitting < Math.min(size, rows.size())) {
      chars += rows.get(fitting).chars();
      if (fitting > 0 && chars > ExampleScore.CHARS_IN_PAGE) {
        break;
      }
      fitting++;
    }
    return Math.max(1, fitting);
  }

  private static int ordinal(Cursor cursor, int index) {
    return Math.clamp(cursor.number(index), -1, Integer.MAX_VALUE);
  }

  private ExampleScore score(ExampleScoreRow row, Visible visible) {
    return new ExampleScore(
        row.example(),
        row.evaluator(),
        row.value(),
        row.cause(),
        visible.includes(Visible.REASON) ? row.aspects() : Map.of(),
        response(row),
        row.leftOut());
  }

  private @Nullable String response(ExampleScoreRow row) {
    var blob = row.blob();
    return blob == null ? row.text() : new String(blobs.read(blob), StandardCharsets.UTF_8);
  }

  @Override
  @Access(Access.To.SUBMIT)
  public SubmissionStatus cancel(String id) {
    return changed(id, submissions.cancel(callers.person(), Ids.parse("submission", id)));
  }

  @Override
  @Once
  @Access(Access.To.SUBMIT)
  public SubmissionStatus retry(String id) {
    var trace = ServerRequestContext.currentRequest().map(TraceContext::of).orElseThrow();
    return changed(id, submissions.retry(callers.person(), Ids.parse("submission", id), trace));
  }

  @Override
  @Access(Access.To.SUBMIT)
  public SubmissionStatus withdraw(String id) {
    return changed(id, submissions.withdraw(callers.person(), Ids.parse("submission", id)));
  }

  @Override
  @Once
  @Access(Access.To.SUBMIT)
  public SubmissionStatus choose(String id) {
    return changed(id, submissions.choose(callers.person(), Ids.parse("submission", id)));
  }

  private static SubmissionStatus changed(String id, Change change) {
    return switch (change) {
      case Change.Done(var status) -> status;
      case Change.NotFound() -> throw Refused.notFound("submission", id);
      case Change.NotYours() ->
          throw Refused.forbidden("Only the team whose submission it is can change it.");
      case Change.NotPossible(var why) -> throw Refused.because(HttpStatus.CONFLICT, why);
    };
  }

  private SubmissionRow found(String id) {
    var row = submissions.find(callers.person(), Ids.parse("submission", id));
    if (row == null) {
      throw Refused.notFound("submission", id);
    }
    return row;
  }
}
