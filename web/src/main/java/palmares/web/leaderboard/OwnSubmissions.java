package palmares.web.leaderboard;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import palmares.contract.page.Page;
import palmares.contract.submission.SubmissionStatus;
import palmares.web.client.Answer;
import palmares.web.client.Answer.Denied;
import palmares.web.client.Answer.Given;

/// What teams have submitted to a benchmark, each team's newest first, as far back as is worth a
/// reader's wait.
///
/// @param all whether that goes back to the first submission of every team
record OwnSubmissions(List<SubmissionStatus> newest, boolean all) {

  /// Of each team, [Page#MAX_LIMIT] submissions each.
  static final int PAGES = 10;

  OwnSubmissions {
    newest = List.copyOf(newest);
  }

  /// Asks the API for a page of a team's submissions, newest first.
  interface Pages {

    /// @param cursor what the page before gave as next; the first page if absent
    Answer<Page<SubmissionStatus>> of(String team, @Nullable String cursor);
  }

  static Answer<OwnSubmissions> of(List<String> teams, Pages pages) {
    var newest = new ArrayList<SubmissionStatus>();
    boolean all = true;
    for (var team : teams) {
      String cursor = null;
      int asked = 0;
      do {
        switch (pages.of(team, cursor)) {
          case Given(var page) -> {
            newest.addAll(page.items());
            cursor = page.next();
          }
          case Denied(var why) -> {
            return new Denied<>(why);
          }
        }
        asked++;
      } while (cursor != null && asked < PAGES);
      all &= cursor == null;
    }
    return new Given<>(new OwnSubmissions(newest, all));
  }
}
