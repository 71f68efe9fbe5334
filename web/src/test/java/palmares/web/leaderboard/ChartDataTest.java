package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.Board;
import palmares.contract.leaderboard.WinRates;

final class ChartDataTest {

  @Test
  void onTheFrontierIsWhoNoOtherBeatsInBoth() {
    Board board =
        Boards.of(
            Boards.ranked("long", 1, 1, 30, 25.0, 35.0, Map.of("chars", 200.0)),
            Boards.ranked("short", 2, 2, 20, 15.0, 25.0, Map.of("chars", 50.0)),
            Boards.ranked("worse", 3, 3, 10, 5.0, 15.0, Map.of("chars", 60.0)),
            Boards.ranked("shortest", 4, 4, -5, -9.0, -1.0, Map.of("chars", 9.0)));

    var chart = ChartData.frontier(board, BoardColumn.of(board).getFirst());

    assertThat(chart.words()).endsWith("than these: shortest, short, long.");
    assertThat(chart.data().at("/points/2/best").asBoolean()).isFalse();
    assertThat(chart.data().at("/points/0/words").asString())
        .isEqualTo("+30.0, 95% from +25.0 to +35.0\nLength 200");
  }

  @Test
  void aForestHasTheRankedRowsWithTheirEnds() {
    Board board =
        Boards.of(
            Boards.ranked("a", 1, 1, 30, 25.0, 35.0),
            Boards.at("point", 2),
            Boards.unranked("gap", "26 of 60 missing"));

    var chart = ChartData.forest(board);

    assertThat(chart.data().at("/rows").size()).isEqualTo(2);
    assertThat(chart.data().at("/rows/1/low").asDouble()).isEqualTo(-2);
    assertThat(chart.words()).startsWith("The first 2 with their intervals. a is first");
  }

  @Test
  void winRatesAreSaidOfTheFirstTwo() {
    var rates =
        new WinRates(
            "n-1", "m@1", List.of("a", "b"), List.of(List.of(0.5, 0.7), List.of(0.3, 0.5)));

    assertThat(ChartData.heat(rates).words())
        .isEqualTo("a wins 70% against b, a tie counting half.");
  }
}
