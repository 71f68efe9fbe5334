package palmares.api.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

/// A system of which only its team and administrators know whose it is.
class AnonymousSystemTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static final String SECRET = "stealth";

  private static Calls team;
  private static Calls stranger;

  @BeforeAll
  static void people() {
    Folders.publish(API.organiser("ada"), "first", 2);
    Folders.publish(API.organiser("ada"), "second", 2);
    team = API.member("nina");
    stranger = API.member("stranger");
  }

  @Test
  void everyoneElseSeesANumberOnEveryBoardAndViewOfIt() {
    Folders.publish(API.organiser("ada"), "boards", 2);
    submit(API.member("zoe"), "benchmark=boards&system=known", responses(1) + wrong());
    submit(team, query("boards", SECRET), responses(2));
    var board = board("boards");
    assertThat(stranger.get(board).at("pending[0]")).isEqualTo("Anonymous 1");
    assertThat(team.get(board).text()).contains(SECRET);

    var snapshot = built("boards", 2);
    var views =
        List.of(
            board,
            snapshot,
            snapshot + "/win-rates",
            "leaderboards?benchmark=boards",
            board + "/snapshots");

    for (var view : views) {
      assertThat(API.anonymous().get(view).text()).as(view).doesNotContain(SECRET, "nina");
      assertThat(stranger.get(view).text()).as(view).doesNotContain(SECRET, "nina");
      assertThat(API.organiser("ada").get(view).text()).as(view).doesNotContain(SECRET, "nina");
    }
    assertThat(stranger.get(board).at("rows[0].subject")).isEqualTo("Anonymous 1");
    assertThat(stranger.get(board).at("rows[0].team")).isEqualTo("absent");
    assertThat(stranger.get(snapshot + "/win-rates").at("systems[0]")).isEqualTo("Anonymous 1");
    for (var one : List.of(team, API.admin())) {
      assertThat(one.get(board).at("rows[0].subject")).isEqualTo(SECRET);
      assertThat(one.get(board).at("rows[0].team")).isEqualTo("nina");
      assertThat(one.get(board).at("rows[0].labels.anonymous"))
          .isEqualTo("everyone else sees Anonymous 1");
    }
  }

  @Test
  void aCachedBoardIsNeverThatOfAnotherAudience() {
    Folders.publish(API.organiser("ada"), "cached", 2);
    submit(team, query("cached", "hushed"), responses(2));
    built("cached", 1);
    var board = board("cached");

    var ofTeam = team.get(board).header("ETag");

    assertThat(stranger.get(board).header("ETag"))
        .isNotEqualTo(ofTeam)
        .isEqualTo(API.anonymous().get(board).header("ETag"));
    assertThat(stranger.send("GET", board, new byte[0], List.of("If-None-Match", ofTeam)).text())
        .contains("Anonymous 1");
  }

  @Test
  void anOrganiserFollowsItWithoutKnowingWhoseItIs() {
    var id = submit(team, query("first", "blind") + "&licence=MIT", responses(2)).at("id");
    var organiser = API.organiser("ada");

    for (var view :
        List.of("submissions/" + id, "submissions?benchmark=first", path(id, "timeline"))) {
      assertThat(organiser.get(view).status()).isEqualTo(200);
      assertThat(organiser.get(view).text()).as(view).doesNotContain("nina", "blind", "MIT");
    }
    assertThat(organiser.get("submissions/" + id).at("system")).startsWith("Anonymous ");
    assertThat(organiser.get("submissions/" + id).at("card.system")).isEqualTo("absent");
    assertThat(team.get("submissions/" + id).at("system")).isEqualTo("blind");
    assertThat(team.get(path(id, "timeline")).text()).contains("Received from nina");
  }

  @Test
  void numbersArePerBenchmarkStableAndNeverMeanAnother() {
    Folders.publish(API.organiser("ada"), "numbers", 1);
    var one = submit(team, query("numbers", "one"), responses(1)).at("id");
    submit(team, query("numbers", "two"), responses(1));
    submit(team, query("second", "two"), responses(2));
    var system = team.get("submissions/" + one).at("card.system");

    assertThat(team.post("systems/" + system + "/publish", "").status()).isEqualTo(200);
    submit(team, query("numbers", "three"), responses(1));
    submit(team, "benchmark=numbers&system=two", responses(1));

    assertThat(
            API.column(
                "select y.name || ' ' || a.no from anonymous_name a"
                    + " join system y on y.id = a.system_id"
                    + " join benchmark_version v on v.id = a.benchmark_version_id"
                    + " join benchmark b on b.id = v.benchmark_id where b.name = 'numbers'"
                    + " order by a.no"))
        .containsExactly("one 1", "two 2", "three 3");
    assertThat(
            API.column("select count(*) from system where name = 'two' and published_at is null"))
        .containsExactly("1");
  }

  @Test
  void publishingShowsEveryoneForEver() {
    Folders.publish(API.organiser("ada"), "shown", 2);
    var id = submit(team, query("shown", "unveiled"), responses(2)).at("id");
    var snapshot = built("shown", 1);
    var system = team.get("submissions/" + id).at("card.system");
    var before = stranger.get(snapshot).header("ETag");

    assertThat(stranger.post("systems/" + system + "/publish", "").status()).isEqualTo(404);
    assertThat(API.organiser("ada").post("systems/" + system + "/publish", "").status())
        .isEqualTo(404);
    assertThat(team.post("systems/" + system + "/publish", "").at("publishedAt"))
        .isNotEqualTo("absent");

    assertThat(stranger.get(snapshot).at("rows[0].subject")).isEqualTo("unveiled");
    assertThat(stranger.get(snapshot).at("rows[0].team")).isEqualTo("nina");
    assertThat(stranger.get(snapshot).header("ETag")).isNotEqualTo(before);
    assertThat(team.get("submissions/" + id).at("card.anonymousName")).isEqualTo("absent");
    assertThat(team.get(path(id, "timeline")).text()).contains("Its system was published by nina");
    assertThat(team.post("systems/" + system + "/publish", "").status()).isEqualTo(409);
    var again = submit(team, query("shown", "unveiled"), responses(2));
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.at("type")).isEqualTo("urn:palmares:problem:name-is-published");
  }

  @Test
  void noNameLooksLikeThatOfAnAnonymousSystemAndNoBaselineIsOne() {
    assertThat(submit(stranger, "benchmark=first&system=ANONYMOUS%203", responses(2)).status())
        .isEqualTo(422);
    assertThat(
            submit(API.organiser("ada"), query("first", "base") + "&baseline=true", responses(2))
                .at("errors[0].field"))
        .isEqualTo("anonymous");
  }

  private static String query(String benchmark, String system) {
    return "benchmark=" + benchmark + "&system=" + system + "&anonymous=true";
  }

  private static String path(String submission, String part) {
    return "submissions/" + submission + "/" + part;
  }

  private static String wrong() {
    return "{\"id\":\"q2\",\"text\":\"wrong\"}\n";
  }

  private static String board(String benchmark) {
    return "leaderboards/"
        + API.anonymous().get("benchmarks/" + benchmark).at("leaderboards[0].id");
  }

  /// The snapshot that has this many rows, once it is there.
  private static String built(String benchmark, int rows) {
    new HandWorker(API).workAll();
    var board = board(benchmark);
    await()
        .untilAsserted(
            () -> assertThat(API.anonymous().get(board).at("rows")).isEqualTo("list of " + rows));
    return "snapshots/" + API.anonymous().get(board).at("snapshot");
  }
}
