package palmares.contract.submission;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;

/// Following submissions. Sending one is `POST /submissions`: JSON ([NewSubmission]) or streamed
/// JSON lines ([ResponseLine], optionally gzip), answered by [SubmitAnswer].
public interface SubmissionApi {

  /// Those of the caller's teams, and those to benchmarks of these teams; newest first.
  ///
  /// @param version of the benchmark
  /// @param system part of its name; what is anonymous to the caller is not found by it
  /// @param state of the newest run, or `withdrawn`, which all other states leave out
  @Get("/submissions")
  Page<SubmissionStatus> submissions(
      @QueryValue @Nullable String benchmark,
      @QueryValue @Nullable String version,
      @QueryValue @Nullable String team,
      @QueryValue @Nullable String system,
      @QueryValue @Nullable String state,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  @Get("/submissions/{id}")
  SubmissionStatus submission(@PathVariable String id);

  /// All that happened to it, in order.
  @Get("/submissions/{id}/timeline")
  Page<TimelineEvent> timeline(
      @PathVariable String id,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// Server-sent events: `timeline` with a [TimelineEvent] for each thing that happens, `state`
  /// with a [SubmissionStatus] when progress was made, and `end`, after which nothing follows by
  /// itself.
  ///
  /// @param lastEventId the number of the last event that the caller has, by any replica
  @Get(value = "/submissions/{id}/events", produces = "text/event-stream")
  HttpResponse<?> events(
      @PathVariable String id, @Header("Last-Event-ID") @Nullable String lastEventId);

  /// A page ends before its limit where its responses have more than [ExampleScore#CHARS_IN_PAGE]
  /// characters.
  @Get("/submissions/{id}/scores")
  Page<ExampleScore> scores(
      @PathVariable String id,
      @QueryValue @Nullable String evaluator,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable Integer limit);

  /// Ends its run; what is evaluated so far stays and is never ranked.
  @Post("/submissions/{id}/cancel")
  SubmissionStatus cancel(@PathVariable String id);

  /// Runs the failed jobs of an ended run again, in a new run.
  @Post("/submissions/{id}/retry")
  SubmissionStatus retry(@PathVariable String id);

  /// Has it stand for its system on the leaderboards of a benchmark whose entry rule is `chosen`,
  /// in place of the latest, or of the one that was chosen before.
  @Post("/submissions/{id}/choose")
  SubmissionStatus choose(@PathVariable String id);

  /// Takes it off every leaderboard; the row that it was stays in older snapshots.
  @Post("/submissions/{id}/withdraw")
  SubmissionStatus withdraw(@PathVariable String id);
}
