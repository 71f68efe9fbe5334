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
    if (value == null) {
      return "";
    }
    String text = String.format(Locale.ROOT, (signed ? "%+" : "%") + "." + digits + "f", value);
    return text.replace('-', '−');
  }

  /// Where on the axis a value lies, in percent.
  double place(double value) {
    return high == low ? 50 : Math.clamp((value - low) / (high - low) * 100, 0, 100);
  }
}
