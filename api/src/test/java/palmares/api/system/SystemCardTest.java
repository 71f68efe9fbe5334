package palmares.api.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static palmares.api.submission.Files.responses;
import static palmares.api.submission.Files.submit;

import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;
import palmares.api.submission.HandWorker;

/// The card of a system: for whoever may see a row of it, as far as that row goes.
class SystemCardTest {

  @RegisterExtension static final RunningApi API = new RunningApi();

  private static Calls organiser;

  @BeforeAll
  static void people() {
    organiser = API.organiser("ada");
  }

  @Test
  void whoeverSeesTheRowSeesTheCard() {
    Folders.publish(organiser, "open", 2);
    ranked(organiser, "open", "known&baseModel=qwen3-8b&licence=MIT");

    var card = API.anonymous().get("systems/" + row("open", API.anonymous()));

    assertThat(card.status()).as(card.text()).isEqualTo(200);
    assertThat(card.at("name") + " of " + card.at("team")).isEqualTo("known of ada");
    assertThat(card.at("kind") + " " + card.at("version")).isEqualTo("outputs 1");
    assertThat(card.at("baseModel") + " " + card.at("licence")).isEqualTo("qwen3-8b MIT");
    assertThat(card.at("leaderboards[0].benchmark") + card.at("leaderboards[0].rankLow"))
        .isEqualTo("open1");
  }

  @Test
  void aVersionWithoutARowThatTheReaderSeesIsNotTold() {
    Folders.publish(organiser, "shown", 2);
    Folders.publish(organiser, "own", 2);
    ranked(organiser, "shown", "twice&licence=first");
    hide("own");
    ranked(organiser, "own", "twice&licence=second");
    submit(organiser, "benchmark=shown&system=twice&licence=third", responses(2));

    var path = "systems/" + row("shown", API.anonymous());

    assertThat(API.anonymous().get(path).at("licence")).isEqualTo("first");
    assertThat(API.anonymous().get(path).at("leaderboards[1].benchmark")).isEqualTo("absent");
    assertThat(organiser.get(path).at("leaderboards[1].benchmark")).isEqualTo("shown");
    assertThat(API.member("stranger").get(path).at("version")).isEqualTo("1");
    assertThat(organiser.get(path).at("licence")).isEqualTo("third");
  }

  @Test
  void whatStandsOnNoBoardOfTheReaderIsNotThere() {
    Folders.publish(organiser, "closed", 2);
    hide("closed");
    var path = ranked(organiser, "closed", "inside");

    assertThat(API.anonymous().get(path).status()).isEqualTo(404);
    assertThat(API.member("stranger").get(path).status()).isEqualTo(404);
    assertThat(organiser.get(path).status()).isEqualTo(200);
    assertThat(API.admin().get(path).status()).isEqualTo(200);
  }

  @Test
  void anAnonymousSystemHasNoCardForOthers() {
    Folders.publish(organiser, "masked", 2);
    var nina = API.member("nina");
    var path = ranked(nina, "masked", "secret&anonymous=true");

    assertThat(row("masked", API.anonymous())).isEqualTo("absent");
    assertThat("systems/" + row("masked", nina)).isEqualTo(path);
    assertThat(organiser.get(path).status()).isEqualTo(404);
    assertThat(API.admin().get(path).at("name")).isEqualTo("secret");
    nina.post(path + "/publish", "");
    assertThat(organiser.get(path).at("name")).isEqualTo("secret");
  }

  private static void hide(String benchmark) {
    API.postgres()
        .asOwner("update benchmark set visibility = 'team' where name = '%s'".formatted(benchmark));
  }

  /// Submits a system, which gets its row; and gives where its card is.
  private static String ranked(Calls team, String benchmark, String system) {
    var id = submit(team, "benchmark=" + benchmark + "&system=" + system, responses(2)).at("id");
    new HandWorker(API).workAll();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> row(benchmark, team), row -> !row.equals("absent"));
    return "systems/" + team.get("submissions/" + id).at("card.system");
  }

  /// The system of the only row, as this caller sees it.
  private static String row(String benchmark, Calls caller) {
    var board = organiser.get("benchmarks/" + benchmark).at("leaderboards[0].id");
    return caller.get("leaderboards/" + board).at("rows[0].system");
  }
}
