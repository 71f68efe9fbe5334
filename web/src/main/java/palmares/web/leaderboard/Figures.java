package palmares.web.leaderboard;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board.Row;

/// How the numbers of one board are written: all with the same digits, with a sign where the scale
/// crosses zero.
///
/// @param low and `high`: the ends of the axis on which all intervals are drawn
record Figures(double low, double high, int digits, boolean signed) {

  private static final int MOST_TICKS = 7;

  Figures {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must not exceed high: [" + low + ", " + high + "]");
    }
  }

  static Figures of(List<Row> rows) {
    double[] all =
        rows.stream()
            .flatMap(row ->
                Stream.of(row.value(), row.low(), row.high(), row.boundLow(), row.boundHigh()))
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    if (all.length == 0) {
      return new Figures(0, 1, 3, false);
    }
    double low = DoubleStream.of(all).min().getAsDouble();
    double high = DoubleStream.of(all).max().getAsDouble();
    double largest = Math.max(Math.abs(low), Math.abs(high));
    return new Figures(low, high, largest < 5 ? 3 : largest < 200 ? 1 : 0, low < 0);
  }

  String text(@Nullable Double value) {
    return value == null ? "" : text(value, digits);
  }

  /// Where on the axis a value lies, in percent.
  double place(double value) {
    return high == low ? 50 : Math.clamp((value - low) / (high - low) * 100, 0, 100);
  }

  /// Round numbers on the axis, 1, 2 or 5 times a power of ten apart.
  List<Double> ticks() {
    if (high == low) {
      return List.of(low);
    }
    double step = step((high - low) / MOST_TICKS);
    return DoubleStream.iterate(Math.ceil(low / step), at -> at * step <= high, at -> at + 1)
        .mapToObj(at -> at * step)
        .toList();
  }

  /// A tick with no more digits than tell it from the next.
  String tick(double value) {
    double step = high == low ? 1 : step((high - low) / MOST_TICKS);
    return text(value, Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9)));
  }

  private String text(double value, int places) {
    boolean sign = signed && Math.abs(value) > 1e-12;
    return String.format(Locale.ROOT, (sign ? "%+." : "%.") + places + "f", value)
        .replace('-', '−');
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return DoubleStream.of(1, 2, 5, 10)
        .map(times -> times * power)
        .filter(step -> step >= least * (1 - 1e-9))
        .findFirst()
        .orElse(10 * power);
  }
}
