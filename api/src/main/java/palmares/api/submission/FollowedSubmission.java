package palmares.api.submission;

import java.util.UUID;
import palmares.api.event.Followed;
import palmares.api.identity.Caller;
import palmares.db.Json;
import palmares.db.event.Event;
import palmares.db.job.RunState;

/// A submission as one person follows it: its timeline, and where it stands.
record FollowedSubmission(Submissions submissions, Caller.Person person, UUID subject)
    implements Followed {

  @Override
  public Look look() {
    var row = submissions.find(person, subject);
    if (row == null) {
      return new Look.Hidden();
    }
    var status = submissions.status(row);
    return new Look.Now(Json.canonical(status), RunState.of(status.state()).isEnd());
  }

  @Override
  public Sent sent(Event event) {
    return new Sent("timeline", Json.canonical(TimelineWords.event(event)));
  }
}
