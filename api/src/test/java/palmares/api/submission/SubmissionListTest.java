package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.db.Json;

class SubmissionListTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  @Test
  void submissionsAreFoundByWhereTheyStandAndByTeam() {
    Folders.publish(API.organiser("ada"), "listed", 1);
    var bob = API.member("bob");
    bob.post("teams", "{\"name\":\"crew\"}");
    submit(bob, "benchmark=listed&system=done", responses(1));
    new HandWorker(API).workAll();
    submit(bob, "benchmark=listed&system=open&team=crew", responses(1));
    var gone = submit(bob, "benchmark=listed&system=gone", responses(1)).at("id");
    bob.post("submissions/" + gone + "/withdraw", "");

    assertThat(systems(bob, "")).containsExactly("gone", "open", "done");
    assertThat(systems(bob, "?state=complete")).containsExactly("done");
    assertThat(systems(bob, "?state=active")).containsExactly("open");
    assertThat(systems(bob, "?state=withdrawn")).containsExactly("gone");
    assertThat(systems(bob, "?team=crew")).containsExactly("open");
    assertThat(systems(bob, "?team=crew&state=complete")).isEmpty();
    assertThat(systems(bob, "?benchmark=listed&version=1&system=PE")).containsExactly("open");
    assertThat(systems(bob, "?benchmark=listed&version=2")).isEmpty();
    assertThat(systems(bob, "?system=_")).isEmpty();
    assertThat(bob.get("submissions?state=lost").status()).isEqualTo(400);
  }

  @Test
  void whatIsAnonymousIsNotFoundByItsTeamOrName() {
    Folders.publish(API.organiser("ada"), "masked", 1);
    submit(API.member("nina"), "benchmark=masked&system=hushed&anonymous=true", responses(1));

    assertThat(systems(API.organiser("ada"), "?benchmark=masked")).containsExactly("Anonymous 1");
    assertThat(systems(API.organiser("ada"), "?benchmark=masked&team=nina")).isEmpty();
    assertThat(systems(API.organiser("ada"), "?system=hushed")).isEmpty();
    assertThat(systems(API.member("nina"), "?system=hushed")).containsExactly("hushed");
    assertThat(systems(API.member("nina"), "?team=nina")).containsExactly("hushed");
  }

  private static List<String> systems(Calls calls, String query) {
    return Json.tree(calls.get("submissions" + query).text())
        .path("items")
        .valueStream()
        .map(each -> each.path("system").asString())
        .toList();
  }
}
