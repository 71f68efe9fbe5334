package palmares.api.imported;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.api.imported.Boards.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Calls.Answer;
import palmares.api.RunningApi;

class BattleImportTest {

  private static final String BATTLES =
      """
      {"left": "a", "right": "b", "outcome": 1, "cluster": "q1"}
      {"left": "b", "right": "c", "outcome": 1, "cluster": "q1"}
      {"left": "c", "right": "a", "outcome": 0.5, "cluster": "q2"}
      {"left": "b", "right": "a", "outcome": 1, "cluster": "q2"}
      """;

  @RegisterExtension static final RunningApi API = new RunningApi();

  private final Boards boards = new Boards(API);

  @Test
  void battlesAreRankedInTheirOrderAndEveryRowSaysThatItIsOnlyClaimed() {
    var answer = send("ranked", BATTLES);

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("taken") + answer.at("systems")).isEqualTo("4list of 3");
    var elo = boards.built("ranked", "elo", 3);
    // r[l] += d; r[x] -= d with d = 4 * (o - 1 / (1 + 10 ** ((r[x] - r[l]) / 400))), in Python
    assertThat(row(elo, "a").value()).isCloseTo(999.9655952934221, within(1e-9));
    assertThat(row(elo, "b").value()).isCloseTo(1002.0228264070471, within(1e-9));
    assertThat(row(elo, "c").value()).isCloseTo(998.0115782995308, within(1e-9));
    var board = boards.built("ranked", "bradley-terry", 3);
    assertThat(board.rows()).allSatisfy(row -> assertThat(row.labels()).containsKey("evidence"));
    assertThat(board.notes().getFirst())
        .isEqualTo("claimed elsewhere, not measured here: imported, decided by votes.csv");
    for (var snapshot : List.of(elo.snapshot(), board.snapshot())) {
      assertThat(API.admin().post("snapshots/" + snapshot + "/verification", "").at("equal"))
          .isEqualTo("true");
    }
    assertThat(API.admin().get("doctor?deep=true").text()).contains("\"healthy\":true");
  }

  @Test
  void theSameBattlesAgainChangeNothingAndOthersAreAVersionOfTheirOwn() {
    var first = send("again", BATTLES);
    var before = API.column("select count(*) from battle");

    var again = send("again", BATTLES);
    var after = API.column("select count(*) from battle");
    var other = send("again", BATTLES.replace("0.5", "0"));

    assertThat(again.status() + again.at("repeated") + again.at("id"))
        .isEqualTo("200true" + first.at("id"));
    assertThat(after).isEqualTo(before);
    assertThat(other.at("version")).isNotEqualTo(first.at("version"));
  }

  @Test
  void aSystemAgainstItselfIsLeftOutAndNamedByTheLineOfItsFile() {
    var answer =
        send(
            "itself",
            "{\"line\": 7, \"left\": \"a\", \"right\": \"a\", \"outcome\": 1}\n"
                + "{\"left\":\"a\",\"right\":\"b\",\"outcome\":1}");

    assertThat(answer.at("taken")).isEqualTo("1");
    assertThat(answer.at("skipped[0].reason") + answer.at("skipped[0].firstLines[0]"))
        .isEqualTo("a system against itself7");
  }

  @Test
  void everyFlawIsNamedAndNothingIsStored() {
    var answer =
        send(
            "flawed",
            """
            {"left": "a", "right": "b", "outcome": 1}
            {"left": " ", "right": "b", "outcome": 2, "weight": 0}
            {"left": "a", "right": "b", "outcome": 1, "cluster": "q"}
            {"left": "a", "outcome": "1"}
            nonsense
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains("\"line\":2,\"field\":\"left\"")
        .contains("must be from 0 to 1: 2.0")
        .contains("must be greater than 0 and finite: 0.0")
        .contains("either every battle names one or none does")
        .contains("\"line\":4,\"field\":\"right\"")
        .contains("\"line\":5");
    assertThat(API.anonymous().get("benchmarks/flawed").status()).isEqualTo(404);
    assertThat(send("flawed", "").status()).isEqualTo(422);
  }

  @Test
  void importsAreListedNewestFirstPageByPage() {
    var first = send("listed", BATTLES);
    var second = send("listed", BATTLES.replace("0.5", "0.25"));

    var page = API.anonymous().get("imports?benchmark=listed&limit=1");
    var rest = API.anonymous().get("imports?benchmark=listed&limit=1&cursor=" + page.at("next"));

    assertThat(page.at("items[0].report.id")).isEqualTo(second.at("id"));
    assertThat(page.at("items[0].team")).isEqualTo("ada");
    assertThat(rest.at("items[0].report.id")).isEqualTo(first.at("id"));
    assertThat(API.anonymous().get("imports?cursor=x").status()).isEqualTo(400);
  }

  @Test
  void importsOfATeamAreListedForThatTeamAlone() {
    API.organiser("ada")
        .send(
            "POST",
            "imports/battles?source=votes.csv&benchmark=hidden&visibility=team",
            BATTLES.getBytes(UTF_8),
            List.of("Content-Type", "application/jsonl"));

    assertThat(API.organiser("ada").get("imports?benchmark=hidden").at("items"))
        .isEqualTo("list of 1");
    assertThat(API.organiser("other").get("imports?benchmark=hidden").at("items"))
        .isEqualTo("list of 0");
  }

  /// Whose it is comes before what is known of it.
  @Test
  void whoSendsWhatAnotherTeamHasImportedLearnsNothingOfThatImport() {
    var path = "imports/battles?source=votes.csv&benchmark=theirs&visibility=team";
    var jsonLines = List.of("Content-Type", "application/jsonl");
    var first = API.organiser("ada").send("POST", path, BATTLES.getBytes(UTF_8), jsonLines);

    var other = API.organiser("eve").send("POST", path, BATTLES.getBytes(UTF_8), jsonLines);

    assertThat(first.status()).as(first.text()).isEqualTo(201);
    assertThat(other.status()).as(other.text()).isEqualTo(409);
    assertThat(other.text()).doesNotContain(first.at("id"));
  }

  private static Answer send(String benchmark, String lines) {
    return API.organiser("ada")
        .send(
            "POST",
            "imports/battles?source=votes.csv&benchmark=" + benchmark,
            lines.getBytes(UTF_8),
            List.of("Content-Type", "application/jsonl"));
  }
}
