package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.Board;
import tools.jackson.databind.JsonNode;

final class BoardTableTest {

  @Test
  void everyIntervalLiesOnOneAxisAndHasWords() {
    var sheet =
        sheet(
            Boards.of(
                Boards.ranked("a", 1, 1, 50, 0, 100), Boards.ranked("b", 2, 2, -50, -100, 0)));

    assertThat(sheet.at("/rows/0/bar").toString()).isEqualTo("[50.0,50.0]");
    assertThat(sheet.at("/rows/1/bar").toString()).isEqualTo("[0.0,50.0]");
    assertThat(sheet.at("/rows/0/words").asString()).isEqualTo("+50.0, 95% from 0.0 to +100.0");
    assertThat(sheet.at("/zero").asDouble()).isEqualTo(50);
    assertThat(sheet.at("/ticks/0/text").asString()).isEqualTo("−100");
  }

  @Test
  void aGapIsBoundsAndWordsInPlaceOfAScore() {
    var row = sheet(Boards.of(Boards.unranked("abstain", "26 of 60 missing"))).at("/rows/0");

    assertThat(row.at("/score").asString()).isEqualTo("−34.1 … +45.1");
    assertThat(row.at("/below/0/text").asString())
        .isEqualTo("unranked: 26 of 60 missing; shown is what it could be");
    assertThat(row.at("/bounds").toString()).isEqualTo("[0.0,100.0]");
    assertThat(row.at("/cells/0/text").asString()).isEqualTo("34/60");
    assertThat(row.at("/cells/0/look").asBoolean()).isTrue();
  }

  @Test
  void answersFarLongerThanTheOthersAreMarked() {
    var sheet =
        sheet(
            Boards.of(
                Boards.ranked("a", 1, 1, 3, 2.0, 4.0, Map.of("chars", 50.0)),
                Boards.ranked("b", 2, 2, 2, 1.0, 3.0, Map.of("chars", 55.0)),
                Boards.ranked("whole", 3, 3, 1, 0.0, 2.0, Map.of("chars", 264.0))));

    assertThat(sheet.at("/rows/0/cells/0/look").asBoolean()).isFalse();
    assertThat(sheet.at("/rows/2/cells/0/look").asBoolean()).isTrue();
  }

  @Test
  void whatWasNotCountedIsNoCostOfZero() {
    var sheet =
        sheet(
            Boards.of(
                Boards.ranked(
                    "paid", 1, 1, 3, 2.0, 4.0, Map.of("cost", 0.00075, "tokens", 48120.0)),
                Boards.ranked("own", 2, 2, 2, 1.0, 3.0, Map.of())));

    assertThat(sheet.at("/columns").findValuesAsString("text")).containsExactly("Cost", "Tokens");
    assertThat(sheet.at("/rows/0/cells").findValuesAsString("text"))
        .containsExactly("0.00075", "48,120");
    assertThat(sheet.at("/rows/1/cells").findValuesAsString("text")).containsExactly("", "");
  }

  @Test
  void aFilterKeepsTheRanksAndTheAxisOfTheWholeBoard() {
    var board =
        Boards.of(Boards.ranked("a", 1, 1, 50, 0, 100), Boards.ranked("b", 2, 2, -50, -100, 0));
    var rows = BoardFilter.NONE.withText(" B ").of(board);

    var sheet = BoardTable.sheet(board, rows, BoardColumn.of(board));

    assertThat(sheet.at("/rows").size()).isEqualTo(1);
    assertThat(sheet.at("/rows/0/rank").asString()).isEqualTo("2");
    assertThat(sheet.at("/rows/0/bar").toString()).isEqualTo("[0.0,50.0]");
  }

  @Test
  void whatARowsOwnResponsesShowStandsOut() {
    var ranked = Boards.ranked("NullModel", 1, 1, 76.9, 75.5, 78.3);
    var flagged =
        new Board.Row(
            ranked.subject(),
            ranked.subjectKind(),
            ranked.system(),
            ranked.submission(),
            ranked.team(),
            ranked.kind(),
            false,
            null,
            1,
            1,
            1,
            1,
            ranked.value(),
            ranked.low(),
            ranked.high(),
            null,
            null,
            null,
            Map.of("different responses", 1.0),
            Map.of("flag", "the same response to every one of 805 prompts"));

    var below = sheet(Boards.of(flagged)).at("/rows/0/below/1");

    assertThat(below.at("/text").asString())
        .isEqualTo("flag: the same response to every one of 805 prompts");
    assertThat(below.at("/look").asBoolean()).isTrue();
  }

  @Test
  void everyGroupOfTiesIsMarkedAndSaidWhereverItStands() {
    var board =
        Boards.of(
            Boards.tied("a", 1, 1),
            Boards.tied("b", 2, 1),
            Boards.tied("alone", 3, 2),
            Boards.tied("c", 4, 3),
            Boards.tied("d", 5, 3));

    var sheet = sheet(board);
    var filtered =
        BoardTable.sheet(board, BoardFilter.NONE.withText("d").of(board), List.of()).at("/rows/0");

    assertThat(sheet.at("/rows").findValuesAsString("tie")).containsExactly("1", "1", "", "2", "2");
    var first = "ranks 1 to 2 tie: none is told apart from the first of them";
    var second = "ranks 4 to 5 tie: none is told apart from the first of them";
    assertThat(sheet.at("/rows").findValuesAsString("tied"))
        .containsExactly(first, first, "", second, second);
    assertThat(filtered.at("/tied").asString()).isEqualTo(second);
  }

  private static JsonNode sheet(Board board) {
    return BoardTable.sheet(board, board.rows(), BoardColumn.of(board));
  }
}
