package palmares.web.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import palmares.contract.leaderboard.Board.Row;

final class FiguresTest {

  @Test
  void aScaleThatCrossesZeroCarriesSigns() {
    var figures = Figures.of(List.of(row(18.1, 1.0, 37.0), row(-37.7, -41.3, -35.0)));

    assertThat(figures.text(18.1)).isEqualTo("+18.1");
    assertThat(figures.text(-37.7)).isEqualTo("−37.7");
  }

  @Test
  void theSizeOfTheNumbersDecidesTheirDigits() {
    assertThat(Figures.of(List.of(row(0.714, 0.6, 0.8))).text(0.714)).isEqualTo("0.714");
    assertThat(Figures.of(List.of(row(1120.4, 1041.0, 1199.0))).text(1120.4)).isEqualTo("1120");
  }

  @Test
  void allIntervalsLieOnOneAxis() {
    var figures = Figures.of(List.of(row(0.0, -10.0, 10.0), row(30.0, null, null)));

    assertThat(figures.place(-10)).isZero();
    assertThat(figures.place(30)).isEqualTo(100);
    assertThat(figures.place(10)).isEqualTo(50);
  }

  @Test
  void ticksAreRoundNumbersWithTheDigitsTheyNeed() {
    var wide = Figures.of(List.of(row(0.0, -54.7, 52.3)));
    var narrow = Figures.of(List.of(row(0.7, 0.61, 0.84)));

    assertThat(wide.ticks().stream().map(wide::tick))
        .containsExactly("−40", "−20", "0", "+20", "+40");
    assertThat(narrow.ticks().stream().map(narrow::tick))
        .containsExactly("0.65", "0.70", "0.75", "0.80");
  }

  @Test
  void aBoardOfOneValueOrNoneStillHasAnAxis() {
    assertThat(Figures.of(List.of(row(5.0, null, null))).place(5)).isEqualTo(50);
    assertThat(Figures.of(List.of(row(null, null, null))).text(null)).isEmpty();
  }

  private static Row row(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
    return new Row(
        "s", "system", null, null, null, null, false, null, 1, 1, 1, null, value, low, high, null,
        null, null, Map.of(), Map.of());
  }
}
