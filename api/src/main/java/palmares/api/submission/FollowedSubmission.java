package palmares.api.submission;

import java.util.UUID;
import palmares.api.event.Followed;
import palmares.api.identity.Caller;
import palmares.db.Json;
import palmares.db.event.Event;
import palmares.db.job.RunState;
import palmares.db.submission.SubmissionRow;

/// A submission as one person follows it: its timeline, and where it stands.
///
/// @param opened as the person saw it when the stream was opened
record FollowedSubmission(Submissions submissions, Caller.Person person, SubmissionRow opened)
    implements Followed {

  @Override
  public UUID subject() {
    return opened.id();
  }

  @Override
  public Look look() {
    var row = submissions.find(person, subject());
    if (row == null) {
      return new Look.Hidden();
    }
    var status = submissions.status(row);
    return new Look.Now(Json.canonical(status), RunState.of(status.state()).isEnd());
  }

  @Override
  public Sent sent(Event event) {
    return new Sent("timeline", Json.canonical(TimelineWords.event(event, opened)));
  }
}
