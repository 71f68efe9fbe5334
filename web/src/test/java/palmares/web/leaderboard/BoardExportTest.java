package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import palmares.contract.leaderboard.Board;
import palmares.web.client.ContractJson;

final class BoardExportTest {

  @Test
  void aTableForMarkdownHasRankRangeScoreAndInterval() {
    assertThat(export("fusion", Map.of("answered", 60.0)).markdown())
        .isEqualTo(
            """
            | Rank | System | Score | Interval | Answered |
            |--:|---|--:|--:|--:|
            | 1–2 | fusion | +18.1 | −1.0 to +37.0 | 60/60 |
            """);
  }

  @Test
  void markdownTakesNamesAsText() {
    assertThat(export("a|b [x](http://evil) <img src=x> `c` & _d_\n| 1 |").markdown())
        .contains(
            "| a\\|b \\[x\\](http://evil) &lt;img src=x&gt; \\`c\\` &amp; \\_d\\_ \\| 1 \\| |")
        .hasLineCount(3);
  }

  @Test
  void jsonIsTheBoardWithTheRowsThatAreShown() {
    var board = Boards.of(Boards.at("a", 1), Boards.at("b", 2));
    var shown = BoardFilter.NONE.withText("b").of(board);

    var json = new BoardExport(board, shown, List.of()).json();

    assertThat(json).isEqualTo(ContractJson.write(Boards.of(Boards.at("b", 2))));
  }

  @Test
  void latexTakesNamesAsText() {
    assertThat(export("100% \\input{/etc/passwd} a_b & $x$ #1 ~^").latex())
        .contains(
            "100\\% \\textbackslash{}input\\{/etc/passwd\\} a\\_b \\& \\$x\\$ \\#1"
                + " \\textasciitilde{}\\textasciicircum{} & +18.1 & $-$1.0 to +37.0 \\\\");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://evil\")"})
  void aSpreadsheetTakesNoNameForAFormula(String name) {
    String line = export(name).csv().split("\r\n")[1];

    assertThat(line.replaceFirst("^1,1,2,\"?", "")).startsWith("'" + name.charAt(0));
  }

  @Test
  void csvHasFullNumbersAndQuotesWhatWouldBreakALine() {
    assertThat(export("a,\"b\"\nc", Map.of("mean token-f1@1", 0.123456789)).csv())
        .isEqualTo(
            "rank,rank_low,rank_high,subject,team,baseline,value,low,high,bound_low,bound_high,"
                + "reason,mean token-f1@1\r\n"
                + "1,1,2,\"a,\"\"b\"\"\nc\",vision,false,18.1,-1.0,37.0,,,,0.123456789\r\n");
  }

  @Test
  void noMarkThatTurnsTheDirectionOfTextLeaves() {
    assertThat(export("abc\u202Edcba").markdown()).doesNotContain("\u202E");
    assertThat(export("abc\u202Edcba").latex()).doesNotContain("\u202E");
  }

  private static BoardExport export(String name) {
    return export(name, Map.of());
  }

  private static BoardExport export(String name, Map<String, Double> columns) {
    Board board = Boards.of(Boards.ranked(name, 1, 2, 18.1, -1.0, 37.0, columns));
    return new BoardExport(board, List.copyOf(board.rows()), BoardColumn.of(board));
  }
}
