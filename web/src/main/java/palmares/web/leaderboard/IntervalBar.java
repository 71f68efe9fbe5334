package palmares.web.leaderboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import palmares.contract.leaderboard.Board.Row;

/// A value with its interval on the board's common axis; for readers that do not see it, a text.
final class IntervalBar extends Div {

  IntervalBar(Row row, Figures figures) {
    addClassName("interval");
    getElement().setAttribute("role", "img");
    getElement().setAttribute("aria-label", words(row, figures));
    span(row.low(), row.high(), figures, "bar");
    span(row.boundLow(), row.boundHigh(), figures, "bounds");
    if (row.value() != null) {
      var dot = new Span();
      dot.addClassName("dot");
      dot.getStyle().set("left", percent(figures.place(row.value())));
      add(dot);
    }
  }

  private void span(@Nullable Double low, @Nullable Double high, Figures figures, String name) {
    if (low == null || high == null) {
      return;
    }
    var span = new Span();
    span.addClassName(name);
    double left = figures.place(low);
    span.getStyle().set("left", percent(left));
    span.getStyle().set("width", percent(figures.place(high) - left));
    add(span);
  }

  private static String words(Row row, Figures figures) {
    if (row.value() == null) {
      return row.boundLow() == null
          ? "no value"
          : "could be from "
              + figures.text(row.boundLow())
              + " to "
              + figures.text(row.boundHigh());
    }
    return row.low() == null
        ? figures.text(row.value()) + ", no interval"
        : figures.text(row.value())
            + ", from "
            + figures.text(row.low())
            + " to "
            + figures.text(row.high());
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.2f%%", value);
  }
}
