package palmares.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.Board.Row;

class BoardTextTest {

  private final BoardText text = new BoardText(true);

  @Test
  void copyingAllIsRemarkedWhereItTopsContains() {
    var lines = text.whoIsBetter(systems(system("whole-passage", 1.0), system("bm25", 0.4)));

    assertThat(lines.get(2)).contains("whole-passage").endsWith("1.00  <- tops by copying all");
    assertThat(lines.get(3)).endsWith("0.40");
  }

  @Test
  void copyingAllIsNotRemarkedWhereAnotherContainsMore() {
    var lines = text.whoIsBetter(systems(system("whole-passage", 0.3), system("bm25", 0.4)));

    assertThat(lines).noneMatch(line -> line.contains("<-"));
  }

  @Test
  void aRewardIsHackedWhereItsFirstPickIsTheEcho() {
    var truth = systems(system("bm25", 0.4), system("question-echo", 0.0));

    var hacked = text.actOn(estimator("minilm-to-question@1", "question-echo"), truth);
    var sound = text.actOn(estimator("minilm-to-question@1", "bm25"), truth);

    assertThat(hacked.get(2)).endsWith("question-echo  <- reward hacked");
    assertThat(sound).noneMatch(line -> line.contains("hacked"));
  }

  @Test
  void onePickIsUndefinedOnlyWhereThatWasComputed() {
    var truth = systems(system("bm25", 0.4), system("question-echo", 0.0));

    assertThat(text.actOn(estimator("contains@1", "bm25"), truth))
        .endsWith("   k = 1 is undefined: one pick has no deviation");
    assertThat(text.actOn(estimator("never-measured@1", "bm25"), truth))
        .endsWith("   k = 1 was not computed");
  }

  @Test
  void whoAbstainsIsShownWithWhatIsPossible() {
    var row =
        row("abstainer", null, "27 of 65 missing", -21.8, 52.3, Map.of("over answered", 18.3));

    assertThat(text.whoIsBetter(systems(row)).getLast())
        .isEqualTo(
            "   -     abstainer            unranked: 27 of 65 missing; +18.3 on the rest,"
                + " -21.8..+52.3 over all");
  }

  private static Board estimator(String id, String firstPick) {
    var row =
        new Row(
            id,
            "evaluator",
            null,
            null,
            null,
            null,
            false,
            null,
            1,
            1,
            1,
            1,
            1.5,
            0.5,
            2.5,
            null,
            null,
            null,
            Map.of("best@3", 33.1, "worst@3", 4.3),
            Map.of("first pick", firstPick));
    return board(Map.of("baseline", "bm25"), row);
  }

  private static Row system(String name, double contains) {
    return row(name, 1, null, null, null, Map.of("mean contains@1", contains, "answered", 65.0));
  }

  private static Row row(
      String name,
      @Nullable Integer rank,
      @Nullable String reason,
      @Nullable Double boundLow,
      @Nullable Double boundHigh,
      Map<String, Double> columns) {
    var value = rank == null ? null : 10.0;
    return new Row(
        name,
        "system",
        "y",
        "s",
        "t",
        "built-in",
        false,
        null,
        rank,
        rank,
        rank,
        rank,
        value,
        null,
        null,
        reason,
        boundLow,
        boundHigh,
        columns,
        Map.of());
  }

  private static Board systems(Row... rows) {
    return board(Map.of(), rows);
  }

  private static Board board(Map<String, String> settings, Row... rows) {
    return new Board(
        "l",
        "n",
        "t",
        "b",
        "1",
        "s",
        1,
        "d",
        null,
        "m@1",
        settings,
        List.of(rows),
        List.of(),
        List.of(),
        null);
  }
}
