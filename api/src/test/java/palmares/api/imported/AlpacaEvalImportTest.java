package palmares.api.imported;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static palmares.api.imported.Boards.row;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import palmares.api.Multipart;
import palmares.api.RunningApi;
import palmares.api.benchmark.Folders;

class AlpacaEvalImportTest {

  private static final String BOARD = "judge-x-vs-base";

  @RegisterExtension static final RunningApi API = new RunningApi();

  private final Boards boards = new Boards(API);

  @Test
  void preferencesAreRankedByWinRateAndEveryRowSaysThatItIsOnlyClaimed() {
    var ada = API.organiser("ada");

    var answer = AlpacaFiles.of("good", 2.0, 1.5, 1.0, 1.9).importBy(ada, "benchmark=ranked");
    AlpacaFiles.of("bad", 1.0, 1.0, 1.2, 1.0).importBy(ada, "benchmark=ranked");

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    assertThat(answer.at("rows") + answer.at("taken") + answer.at("newVersion"))
        .isEqualTo("44true");
    assertThat(answer.at("leaderboards[0]")).isEqualTo(BOARD);
    var board = boards.built("ranked", BOARD, 2);
    assertThat(board.rows()).extracting(row -> row.subject()).containsExactly("good", "bad");
    assertThat(row(board, "good").value()).isCloseTo(60, within(1e-9));
    assertThat(row(board, "good").columns()).containsEntry("wins", 2.0).containsEntry("draws", 1.0);
    assertThat(board.rows())
        .allSatisfy(row ->
            assertThat(row.labels())
                .containsEntry("evidence", "claimed elsewhere, not measured here"));
    assertThat(board.notes().getFirst())
        .isEqualTo(
            "claimed elsewhere, not measured here: imported, decided by judge_x against base");
    assertThat(board.provenance().claimedBy()).isEqualTo("judge_x");
    assertThat(API.admin().post("snapshots/" + board.snapshot() + "/verification", "").at("equal"))
        .isEqualTo("true");
    assertThat(API.admin().get("doctor?deep=true").text()).contains("\"healthy\":true");
  }

  @Test
  void anErratumOfWhatWasMeasuredElsewhereIsRefused() {
    var ada = API.organiser("ada");
    var version = AlpacaFiles.of("gold", 2.0, 1.0).importBy(ada, "benchmark=no-gold").at("version");
    var example =
        API.anonymous()
            .get("benchmarks/no-gold/versions/" + version + "/examples")
            .at("items[0].id");

    var answer =
        new Multipart()
            .file("erratum", "{\"id\":\"%s\",\"references\":[\"x\"]}".formatted(example))
            .file("reason", "wrong")
            .post(ada, "benchmarks/no-gold/versions/" + version + "/errata");

    assertThat(answer.status() + answer.at("type"))
        .startsWith("409")
        .endsWith("measured-elsewhere");
    assertThat(ada.get("benchmarks/no-gold/versions/" + version + "/errata").text())
        .doesNotContain("revision");
  }

  @Test
  void theSameFilesAgainChangeNothingAndSaySo() {
    var ada = API.organiser("ada");
    var files = AlpacaFiles.of("same", 2.0, 1.0);
    var first = files.importBy(ada, "benchmark=twice");
    var before = evidence();

    var again = files.importBy(ada, "benchmark=twice");

    assertThat(again.status() + again.at("repeated")).isEqualTo("200true");
    assertThat(again.at("id")).isEqualTo(first.at("id"));
    assertThat(evidence()).isEqualTo(before);
  }

  @Test
  void otherPreferencesOfTheSamePairTakeThePlaceOfTheFormerOnTheBoard() {
    var ada = API.organiser("ada");
    AlpacaFiles.of("judged-anew", 1.0, 1.0).importBy(ada, "benchmark=anew");
    boards.built("anew", BOARD, 1);

    AlpacaFiles.of("judged-anew", 2.0, 2.0).importBy(ada, "benchmark=anew");

    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(row(boards.built("anew", BOARD, 1), "judged-anew").value()).isEqualTo(100));
    assertThat(row(boards.built("anew", BOARD, 1), "judged-anew").columns())
        .containsEntry("tries", 2.0);
  }

  @Test
  void aDryRunSaysWhatWouldComeOfItAndStoresNothing() {
    var before = evidence();

    var answer =
        AlpacaFiles.of("dry", 2.0, 1.0).importBy(API.organiser("ada"), "benchmark=dry&check=true");

    assertThat(answer.status() + answer.at("taken") + answer.at("id")).isEqualTo("2002absent");
    assertThat(evidence()).isEqualTo(before);
    assertThat(API.anonymous().get("benchmarks/dry").status()).isEqualTo(404);
  }

  @Test
  void whatIsNotTakenIsCountedByReasonWithItsFirstLines() {
    var answer =
        AlpacaFiles.of("gaps", 2.0, null, 0.0, 2.5)
            .importBy(API.organiser("ada"), "benchmark=reported");

    assertThat(answer.at("taken")).isEqualTo("2");
    assertThat(answer.at("skipped[0].reason")).startsWith("no preference");
    assertThat(answer.at("skipped[0].firstLines[0]")).isEqualTo("3");
    assertThat(answer.at("skipped[1].reason")).isEqualTo("a preference that is not from 1 to 2");
    assertThat(answer.at("noticed[0].reason")).isEqualTo("a draw, written as 0");
    // won, then a draw; the two gaps are losses
    var row = row(boards.built("reported", BOARD, 1), "gaps");
    assertThat(row.value()).isEqualTo(37.5);
    assertThat(row.columns()).containsEntry("win rate", 75.0).containsEntry("missing", 2.0);
  }

  @Test
  void aFileOfFewerPromptsBelongsToTheVersionThatHasThemAll() {
    var ada = API.organiser("ada");
    var whole = AlpacaFiles.of("whole", 2.0, 1.0, 1.0).importBy(ada, "benchmark=covered");

    var part = AlpacaFiles.of("part", 2.0, 1.0).importBy(ada, "benchmark=covered");

    assertThat(part.at("version") + part.at("newVersion")).isEqualTo(whole.at("version") + "false");
    assertThat(part.at("examples") + part.at("taken")).isEqualTo("32");
  }

  @Test
  void theBaselineAgainstItselfIsHalfAndHasNoError() {
    AlpacaFiles.of("base", 1.5, 1.5).importBy(API.organiser("ada"), "benchmark=itself");

    var row = row(boards.built("itself", BOARD, 1), "base");

    assertThat(row.value()).isEqualTo(50);
    assertThat(row.columns()).containsEntry("standard error", 0.0).containsEntry("draws", 2.0);
    assertThat(row.baseline()).isTrue();
  }

  @Test
  void aSystemThatSaysTheSameToEveryPromptIsFlagged() {
    var nothing = AlpacaFiles.of("null-model");
    for (var prompt : new String[] {"p1", "p2", "p3"}) {
      nothing.add(prompt, "}}} withObject", 2.0);
    }
    nothing.importBy(API.organiser("ada"), "benchmark=flagged");

    var row = row(boards.built("flagged", BOARD, 1), "null-model");

    assertThat(row.labels()).containsEntry("flag", "the same response to every one of 3 prompts");
    assertThat(row.columns())
        .containsEntry("different responses", 1.0)
        .containsEntry("chars", 14.0);
  }

  @Test
  void aNameGivenTakesThePlaceOfTheOneInTheFiles() {
    var answer =
        AlpacaFiles.of("example", 2.0)
            .importBy(API.organiser("ada"), "benchmark=named&system=Null");

    assertThat(answer.at("systems[0]") + answer.at("systems[1]")).isEqualTo("Nullbase");
  }

  @Test
  void everyFlawIsNamedWithItsFileAndLineAndNothingIsStored() {
    var before = evidence();
    var outputs = "[{\"instruction\": \"a\"},\n{\"instruction\": 5, \"output\": \"x\"}, 7]";
    var annotations =
        AlpacaFiles.of("x", 2.0, 1.0)
            .annotations()
            .replace("\"preference\": 1.0", "\"preference\": \"1\"");

    var answer = AlpacaFiles.send(API.organiser("ada"), "benchmark=flawed", outputs, annotations);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text())
        .contains(
            "{\"file\":\"outputs\",\"line\":1,\"field\":\"output\",\"message\":\"is missing\"}")
        .contains(
            "\"line\":2,\"field\":\"instruction\",\"message\":\"must be a text, not the number 5\"")
        .contains("every item of the list must be an object")
        .contains("{\"file\":\"annotations\",\"line\":3,\"field\":\"preference\"");
    assertThat(evidence()).isEqualTo(before);
  }

  @Test
  void filesThatAreNotJsonOrOfTwoPairsAreRefused() {
    var ada = API.organiser("ada");
    var files = AlpacaFiles.of("x", 2.0, 1.0);
    var twoJudges = files.annotations().replaceFirst("(?s)(.*)judge_x", "$1judge_y");
    var twice =
        "["
            + AlpacaFiles.of("x", 2.0).annotations().replaceAll("^\\[|]$", "").repeat(1)
            + ","
            + AlpacaFiles.of("x", 2.0).annotations().replaceAll("^\\[|]$", "")
            + "]";

    assertThat(AlpacaFiles.send(ada, "benchmark=f", files.outputs(), twoJudges).text())
        .contains("must be the same in every row: 'judge_y' after 'judge_x'");
    assertThat(AlpacaFiles.send(ada, "benchmark=f", files.outputs(), twice).text())
        .contains("stands twice, first in line");
    assertThat(AlpacaFiles.send(ada, "benchmark=f", files.outputs(), "[{\"a\":").status())
        .isEqualTo(422);
    assertThat(AlpacaFiles.send(ada, "benchmark=f", files.outputs(), "").status()).isEqualTo(422);
    assertThat(AlpacaFiles.send(ada, "benchmark=Not%20A%20Name", "[]", "[]").status())
        .isEqualTo(400);
  }

  @Test
  void whatIsClaimedNeverStandsInABenchmarkThatIsMeasuredHereOrIsAnotherTeams() {
    var ada = API.organiser("ada");
    Folders.publish(ada, "measured", 1);
    AlpacaFiles.of("x", 2.0).importBy(ada, "benchmark=hers");

    var measured = AlpacaFiles.of("x", 2.0).importBy(ada, "benchmark=measured");
    var hers = AlpacaFiles.of("y", 2.0).importBy(API.organiser("eve"), "benchmark=hers");

    assertThat(measured.at("type")).isEqualTo("urn:palmares:problem:measured-here");
    assertThat(hers.status()).isEqualTo(409);
  }

  @Test
  void anImportedBenchmarkTakesNoSubmissions() {
    var ada = API.organiser("ada");
    AlpacaFiles.of("x", 2.0).importBy(ada, "benchmark=shut");

    var answer =
        ada.post(
            "submissions",
            "{\"benchmark\":\"shut\",\"system\":{\"name\":\"x\",\"kind\":\"outputs\"},\"responses\":[]}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("type")).isEqualTo("urn:palmares:problem:closed");
  }

  @Test
  void whyImportedSystemsAreNotComparedExampleByExampleIsSaid() {
    var ada = API.organiser("ada");
    AlpacaFiles.of("one", 2.0, 1.0).importBy(ada, "benchmark=unpaired");
    AlpacaFiles.of("other", 1.0, 1.0).importBy(ada, "benchmark=unpaired");
    var board = boards.built("unpaired", BOARD, 2);

    var answer =
        ada.get(
            "comparisons/"
                + row(board, "one").submission()
                + "/"
                + row(board, "other").submission());

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("type")).isEqualTo("urn:palmares:problem:measured-elsewhere");
    assertThat(answer.at("detail"))
        .contains("stored is only which of two responses somebody preferred");
  }

  @Test
  void anImportedSubmissionCanBeLookedAtAndWithdrawn() {
    var ada = API.organiser("ada");
    AlpacaFiles.of("gone", 2.0).importBy(ada, "benchmark=withdrawn");
    AlpacaFiles.of("stays", 1.0).importBy(ada, "benchmark=withdrawn");
    var id = row(boards.built("withdrawn", BOARD, 2), "gone").submission();

    assertThat(ada.get("submissions/" + id).at("state")).isEqualTo("complete");
    assertThat(ada.get("submissions/" + id + "/timeline").at("items[0].text"))
        .isEqualTo("Imported by ada: claimed elsewhere, not measured here.");
    assertThat(ada.post("submissions/" + id + "/withdraw", "").status()).isEqualTo(200);

    org.awaitility.Awaitility.await()
        .untilAsserted(() ->
            assertThat(boards.built("withdrawn", BOARD, 1).rows())
                .extracting(row -> row.subject())
                .containsExactly("stays"));
  }

  private static String evidence() {
    return String.join(
        " ",
        API.column(
            """
            select (select count(*) from preference) || ' ' || (select count(*) from submission)
              || ' ' || (select count(*) from run) || ' ' || (select count(*) from import)
              || ' ' || (select count(*) from leaderboard) || ' ' || (select count(*) from rater)\
            """));
  }
}
